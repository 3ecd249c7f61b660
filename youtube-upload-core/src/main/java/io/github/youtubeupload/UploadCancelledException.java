package io.github.youtubeupload;

/**
 * The upload was cancelled. Next step: none, unless a {@link #videoMayExist video may exist} all
 * the same; then {@link UploadClient#reconcile}.
 */
public final class UploadCancelledException extends UploadException {
  private static final long serialVersionUID = 1L;

  private final boolean videoMayExist;

  UploadCancelledException(String uploadId, boolean videoMayExist) {
    super(
        uploadId,
        videoMayExist
            ? "cancelled after the last byte was sent, so a video may exist: reconcile tells"
            : "cancelled; no video was made",
        null);
    this.videoMayExist = videoMayExist;
  }

  /** Whether the cancel came after the last byte was sent, so that nobody knows. */
  public boolean videoMayExist() {
    return videoMayExist;
  }
}
