/**
 * Where the bytes of a video come from.
 *
 * <p>{@link io.github.youtubeupload.source.VideoSource} is what a user hands over; {@link
 * io.github.youtubeupload.source.PreparedSource} is that source during one run of one upload. The
 * engine knows only these two, so a source can be a file, the download URL of a finished render, or
 * something that is still being written.
 */
@NullMarked
package io.github.youtubeupload.source;

import org.jspecify.annotations.NullMarked;
