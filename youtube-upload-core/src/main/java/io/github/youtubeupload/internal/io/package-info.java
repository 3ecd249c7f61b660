/**
 * Streams that several packages share; they know nothing of videos. Uses the JDK only. Begin with
 * {@link io.github.youtubeupload.internal.io.BlockInputStream}, which whoever writes a stream
 * extends.
 */
@NullMarked
package io.github.youtubeupload.internal.io;

import org.jspecify.annotations.NullMarked;
