/**
 * What is said about a video, and YouTube's rules for it. Uses nothing else of the library. Begin
 * with {@link io.github.youtubeupload.metadata.VideoMetadata}.
 */
@NullMarked
package io.github.youtubeupload.metadata;

import org.jspecify.annotations.NullMarked;
