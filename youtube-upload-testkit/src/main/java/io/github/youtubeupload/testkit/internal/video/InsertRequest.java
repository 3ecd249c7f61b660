package io.github.youtubeupload.testkit.internal.video;

import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.internal.metadata.VideoMetadata;
import java.util.Set;

/**
 * What {@code videos.insert} was asked with.
 *
 * @param parts of the answer
 * @param contentType of the video, as declared
 */
public record InsertRequest(
    Grant grant, VideoMetadata metadata, Set<String> parts, String contentType) {}
