package io.github.youtubeupload.benchmarks;

import com.google.api.client.googleapis.media.MediaHttpUploader;
import com.google.api.client.http.FileContent;
import com.google.api.client.http.HttpBackOffIOExceptionHandler;
import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.ExponentialBackOff;
import com.google.api.services.youtube.YouTube;
import com.google.api.services.youtube.model.Video;
import com.google.api.services.youtube.model.VideoSnippet;
import com.google.api.services.youtube.model.VideoStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Google's own client, as its documentation tells to use it. */
final class GoogleUploader implements Uploader {
  static final int DIRECT = 0;
  private static final int FINAL_ANSWER_MILLIS = 600_000;

  private final YouTube youtube;
  private final int chunkBytes;

  /**
   * Makes a client.
   *
   * @param chunkBytes or {@link #DIRECT} for one request without a session
   * @param backOff whether a broken connection is tried again, which is not its default
   */
  GoogleUploader(Target target, int chunkBytes, boolean backOff) throws IOException {
    this.chunkBytes = chunkBytes;
    HttpRequestInitializer initializer =
        request -> {
          request.getHeaders().setAuthorization("Bearer " + target.token());
          request.setReadTimeout(FINAL_ANSWER_MILLIS);
          if (backOff) {
            request.setIOExceptionHandler(
                new HttpBackOffIOExceptionHandler(new ExponentialBackOff()));
          }
        };
    youtube =
        new YouTube.Builder(
                new NetHttpTransport.Builder()
                    .setSslSocketFactory(
                        Tls.DEFAULT.trusting(target.certificate()).getSocketFactory())
                    .build(),
                GsonFactory.getDefaultInstance(),
                initializer)
            .setRootUrl(target.root().toString())
            .setApplicationName("benchmark")
            .build();
  }

  @Override
  public void upload(Path video) throws IOException {
    Video metadata =
        new Video()
            .setSnippet(new VideoSnippet().setTitle("Benchmark").setCategoryId("22"))
            .setStatus(new VideoStatus().setPrivacyStatus("private"));
    YouTube.Videos.Insert insert =
        youtube
            .videos()
            .insert(
                List.of("snippet", "status"),
                metadata,
                new FileContent("video/mp4", video.toFile()));
    MediaHttpUploader uploader = insert.getMediaHttpUploader();
    uploader.setDirectUploadEnabled(chunkBytes == DIRECT);
    if (chunkBytes != DIRECT) {
      uploader.setChunkSize(chunkBytes);
    }
    insert.setDisableGZipContent(true); // on by default for direct uploads, and in vain for a video
    insert.execute();
  }
}
