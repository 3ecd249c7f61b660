package io.github.youtubeupload.examples.readme;

import static io.github.youtubeupload.metadata.Privacy.PRIVATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.auth.Credentials;
import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.UploadClientBuilder;
import io.github.youtubeupload.UploadRequest;
import io.github.youtubeupload.UploadResult;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** The code of the documents, between the marks that name it; {@link SnippetsTest} compares. */
abstract class Snippets {

  /** As it runs for whoever copies it. */
  void upload(String clientId, String clientSecret, String refreshToken) {
    upload(
        UploadClient::builder,
        YouTubeCredentials::refreshToken,
        Path::of,
        clientId,
        clientSecret,
        refreshToken);
  }

  /**
   * As a test can run it elsewhere without another word in it: a parameter obscures the type of its
   * name where a method is called (JLS 6.4.2).
   */
  @SuppressWarnings("MemberName")
  void upload(
      Clients UploadClient,
      Tokens YouTubeCredentials,
      Paths Path,
      String clientId,
      String clientSecret,
      String refreshToken) {
    // snippet: upload
    try (UploadClient youtube =
        UploadClient.builder()
            .credentials(YouTubeCredentials.refreshToken(clientId, clientSecret, refreshToken))
            .stateDirectory(Path.of("/var/lib/myapp/uploads"))
            .build()) {
      UploadResult video =
          youtube.upload(
              UploadRequest.builder()
                  .id("render-4711")
                  .source(VideoSource.file(Path.of("friends.mp4")))
                  .metadata(VideoMetadata.builder().title("Friends").privacy(PRIVATE).build())
                  .listener(progress -> show(progress.percent(), progress.timeLeft()))
                  .build());
      log(video.videoUrl());
    }
    // end
  }

  static void testkit(UploadRequest request) {
    // snippet: testkit
    try (FakeYouTube youtube = FakeYouTube.start();
        UploadClient client =
            UploadClient.builder()
                .endpoint(URI.create(youtube.rootUrl()))
                .credentials(YouTubeCredentials.accessToken(youtube.accessToken()))
                .build()) {
      youtube.script(FaultScript.none().on(Step.SEND, Fault.loseAnswer()));

      UploadResult result = client.upload(request);

      assertThat(youtube.videos()).hasSize(1);
      assertThat(youtube.videos().get(0).id()).isEqualTo(result.videoId());
    }
    // end
  }

  abstract void show(OptionalDouble percent, Optional<Duration> timeLeft);

  abstract void log(String line);

  interface Clients {
    UploadClientBuilder builder();
  }

  interface Tokens {
    Credentials refreshToken(String clientId, String clientSecret, String token);
  }

  interface Paths {
    Path of(String path);
  }
}
