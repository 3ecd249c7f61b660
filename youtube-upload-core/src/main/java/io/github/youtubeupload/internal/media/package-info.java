/**
 * What bytes are: the MIME type of a video, and what is plainly none. Uses the JDK only. Begin with
 * {@link io.github.youtubeupload.internal.media.VideoType}.
 */
@NullMarked
package io.github.youtubeupload.internal.media;

import org.jspecify.annotations.NullMarked;
