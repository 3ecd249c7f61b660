/**
 * Where the bytes of a video come from.
 *
 * <p>{@link io.github.youtubeupload.source.VideoSource} is what a user hands over; {@link
 * io.github.youtubeupload.source.PreparedSource} is that source during one run of one upload. The
 * engine knows only these two, so a source can be a file, the download URL of a finished render, or
 * something that is still being written.
 *
 * <p>Begin with {@code VideoSource}: each of its factories names the class that does it. Those
 * classes are the life of a source; what they are made of lies behind, in {@code internal.media}
 * (what bytes are), {@code internal.origin} (HTTP), {@code internal.address} (which hosts), {@code
 * internal.files} and {@code internal.io}, which may not look back here.
 */
@NullMarked
package io.github.youtubeupload.source;

import org.jspecify.annotations.NullMarked;
