package io.github.youtubeupload.benchmarks;

import io.github.youtubeupload.Upload;
import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.UploadState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.locks.LockSupport;

/** A process that cancels uploads to a server that takes nothing. Prints how long each took, ms. */
final class CancelMain {
  private static final long STILL_NANOS = 20_000_000;

  private CancelMain() {}

  public static void main(String[] args) throws IOException {
    List<String> words = List.of(args);
    Target target = Target.parse(words.subList(0, 4));
    Path video = Path.of(words.get(5));
    StringJoiner millis = new StringJoiner(" ");
    try (UploadClient client = EngineUploader.client(target, Tls.valueOf(words.get(4)), 1)) {
      for (int i = Integer.parseInt(words.get(6)); i > 0; i--) {
        Upload upload = client.submit(EngineUploader.request(video));
        awaitBlocked(upload);
        long start = System.nanoTime();
        upload.cancel();
        failure(upload);
        millis.add(String.valueOf((System.nanoTime() - start) / 1e6));
      }
    }
    System.out.println(millis);
  }

  private static Throwable failure(Upload upload) {
    return upload.result().handle((result, failure) -> failure).join();
  }

  /** Until no byte has moved for a while. */
  private static void awaitBlocked(Upload upload) {
    long sent = -1;
    while (upload.progress().state() != UploadState.UPLOADING
        || upload.progress().bytesSent() != sent) {
      if (upload.result().isDone()) {
        throw new IllegalStateException("Ended before it was cancelled", failure(upload));
      }
      sent = upload.progress().bytesSent();
      LockSupport.parkNanos(STILL_NANOS);
    }
  }
}
