/**
 * Cuts a video into the bodies of PUT requests. The last byte leaves only after the source has
 * shown its end. May use sources, the ranges of the protocol, and threads. Begin with {@link
 * io.github.youtubeupload.internal.segment.Segments}.
 */
@NullMarked
package io.github.youtubeupload.internal.segment;

import org.jspecify.annotations.NullMarked;
