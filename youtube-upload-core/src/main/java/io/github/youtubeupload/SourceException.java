package io.github.youtubeupload;

import org.jspecify.annotations.Nullable;

/**
 * The source is missing, unreadable, no video, or changed while it was uploaded; no video was made
 * of it. Next step: mend the source and submit again.
 */
public final class SourceException extends UploadException {
  private static final long serialVersionUID = 1L;

  SourceException(String uploadId, String message, @Nullable Throwable cause) {
    super(uploadId, message, cause);
  }
}
