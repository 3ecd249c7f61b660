package io.github.youtubeupload.examples.render;

import io.github.youtubeupload.Upload;
import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.UploadProgress;
import io.github.youtubeupload.UploadRequest;
import io.github.youtubeupload.UploadResult;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.testkit.FakeYouTube;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** FakeYouTube on this machine, a client for it, and a line that shows how an upload is doing. */
final class Studio implements AutoCloseable {
  private final FakeYouTube youtube = FakeYouTube.start();
  private final UploadClient client;
  private final PrintStream out;

  Studio(Path folder, PrintStream out) {
    this.out = out;
    this.client =
        UploadClient.builder()
            .endpoint(URI.create(youtube.rootUrl()))
            .credentials(YouTubeCredentials.accessToken(youtube.accessToken()))
            .stateDirectory(folder.resolve("state"))
            .chunkBytes(256 * 1024)
            .build();
  }

  /** Uploads, showing the upload's progress behind whatever else there is to show. */
  UploadResult upload(VideoSource source, Supplier<String> before)
      throws ExecutionException, InterruptedException {
    Upload upload =
        client.submit(
            UploadRequest.builder()
                .source(source)
                .metadata(VideoMetadata.builder().title("Rendered").build())
                .build());
    while (true) {
      try {
        UploadResult result = upload.result().get(250, TimeUnit.MILLISECONDS);
        out.println(before.get() + line(upload.progress()));
        out.println("Uploaded " + result.bytes() + " bytes: " + youtube.watchUrl(result.videoId()));
        return result;
      } catch (TimeoutException notYet) {
        out.println(before.get() + line(upload.progress()));
      }
    }
  }

  private static String line(UploadProgress progress) {
    return String.format(
        Locale.ROOT,
        "%s: %,d bytes downloaded, %,d sent, %,d confirmed",
        progress.state(),
        progress.bytesDownloaded(),
        progress.bytesSent(),
        progress.bytesConfirmed());
  }

  /** What the server got. */
  Path received(UploadResult result) {
    return youtube.file(result.videoId());
  }

  @Override
  public void close() {
    client.close();
    youtube.close();
  }
}
