package io.github.youtubeupload.testkit.internal.metadata;

import io.github.youtubeupload.testkit.Grant;
import java.util.Map;
import java.util.Set;

/**
 * What an upload was asked with, before any byte of it.
 *
 * @param query parameters, decoded
 * @param contentType of the bytes, as declared
 */
public record UploadRequest(
    Grant grant, Map<String, String> query, SentResource resource, String contentType) {
  /** The parts of the answer. */
  public Set<String> parts() {
    return Parts.of(query);
  }
}
