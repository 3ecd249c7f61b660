package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.metadata.VideoMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What a caller asks for, whichever form it came in. {@code toString} leaves the token and the URL
 * out, which may be signed.
 *
 * @param videoUrl null when a file comes along
 * @param accessToken of the flat form; null otherwise
 */
record UploadInput(
    VideoMetadata metadata, @Nullable String videoUrl, @Nullable String accessToken) {
  @Override
  public String toString() {
    return "UploadInput[" + metadata.title() + "]";
  }
}
