package io.github.youtubeupload;

/**
 * The channel has uploaded as much as YouTube lets it for now; the project's quota is not the
 * cause. YouTube publishes neither the number nor the time. Next step: another channel, or try
 * again about 24 hours later.
 */
public final class ChannelLimitException extends UploadException {
  private static final long serialVersionUID = 1L;

  ChannelLimitException(String uploadId, String message) {
    super(uploadId, message, null);
  }
}
