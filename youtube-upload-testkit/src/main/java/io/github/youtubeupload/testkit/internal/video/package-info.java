/**
 * The videos that exist, what is known of each and how far its processing is. Begin at {@link
 * io.github.youtubeupload.testkit.internal.video.VideoStore}. Uses {@code metadata}, {@code
 * storage}, {@code json}, {@code id}, {@code concurrent}.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.video;

import org.jspecify.annotations.NullMarked;
