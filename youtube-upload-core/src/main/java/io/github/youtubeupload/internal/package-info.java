/** What several packages of the library share. Not part of its API: it may change at any time. */
@NullMarked
package io.github.youtubeupload.internal;

import org.jspecify.annotations.NullMarked;
