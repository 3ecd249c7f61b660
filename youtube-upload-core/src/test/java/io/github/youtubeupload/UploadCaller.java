package io.github.youtubeupload;

/** A thread that waits in {@code upload}, to be interrupted there. */
final class UploadCaller extends Thread {
  private final UploadClient client;
  private final UploadRequest request;
  volatile Throwable thrown = new AssertionError("nothing was thrown");
  volatile boolean leftInterrupted;

  UploadCaller(UploadClient client, UploadRequest request) {
    this.client = client;
    this.request = request;
  }

  @Override
  public void run() {
    try {
      client.upload(request);
    } catch (UploadException e) {
      thrown = e;
    }
    leftInterrupted = isInterrupted();
  }
}
