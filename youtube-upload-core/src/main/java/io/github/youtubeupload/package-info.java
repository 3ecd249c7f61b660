/** Uploads videos to YouTube. */
@NullMarked
package io.github.youtubeupload;

import org.jspecify.annotations.NullMarked;
