package io.github.youtubeupload.source;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * What is known of a video before its first byte is sent.
 *
 * @param name a name for people, such as the file's; no secret
 * @param contentType the MIME type, {@code video/*} or {@code application/octet-stream}, the only
 *     ones YouTube accepts
 * @param size in bytes, above 0; empty while the video is still being made
 * @param fingerprint changes when the content changes: what a later run compares to be sure that it
 *     goes on with the same bytes. Kept on disk, so no secret
 * @param replayable whether it can be opened again at any offset, also by a later process
 */
public record SourceDescription(
    String name, String contentType, OptionalLong size, String fingerprint, boolean replayable) {

  public SourceDescription {
    requireNonNull(name, "name");
    requireNonNull(contentType, "contentType");
    requireNonNull(fingerprint, "fingerprint");
    if (size.isPresent() && size.getAsLong() <= 0) {
      throw new IllegalArgumentException("size must be above 0, was " + size.getAsLong());
    }
  }
}
