/** Programs to copy from. */
@NullMarked
package io.github.youtubeupload.examples;

import org.jspecify.annotations.NullMarked;
