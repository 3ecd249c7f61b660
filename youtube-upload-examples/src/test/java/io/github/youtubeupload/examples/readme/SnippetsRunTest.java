package io.github.youtubeupload.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.UploadRequest;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.testkit.FakeVideo;
import io.github.youtubeupload.testkit.FakeYouTube;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the documents does what they say. */
class SnippetsRunTest {
  @TempDir private Path folder;

  @Test
  void runsTheUpload() throws IOException {
    Files.write(folder.resolve("friends.mp4"), new byte[100_000]);
    Recorded app = new Recorded();
    try (FakeYouTube youtube = FakeYouTube.start()) {
      app.upload(
          () -> UploadClient.builder().endpoint(URI.create(youtube.rootUrl())),
          (id, secret, token) ->
              YouTubeCredentials.refreshToken(id, secret, token, URI.create(youtube.tokenUri())),
          path -> folder.resolve(Path.of(path).getFileName()),
          youtube.clientId(),
          youtube.clientSecret(),
          youtube.issueRefreshToken(youtube.grant()));

      assertThat(youtube.videos()).hasSize(1);
      FakeVideo video = youtube.videos().get(0);
      assertThat(video.size()).isEqualTo(100_000);
      assertThat(app.logged).containsExactly("https://www.youtube.com/watch?v=" + video.id());
    }
    assertThat(app.shown).last().isEqualTo(OptionalDouble.of(100));
    assertThat(folder.resolve("uploads")).as("the state directory").isNotEmptyDirectory();
  }

  @Test
  void runsTheTestkit() throws IOException {
    Path video = Files.write(folder.resolve("v.mp4"), new byte[100_000]);
    Snippets.testkit(
        UploadRequest.builder()
            .source(VideoSource.file(video))
            .metadata(VideoMetadata.builder().title("Friends").build())
            .build());
  }

  private static final class Recorded extends Snippets {
    final List<OptionalDouble> shown = new ArrayList<>();
    final List<String> logged = new ArrayList<>();

    @Override
    void show(OptionalDouble percent, Optional<Duration> timeLeft) {
      shown.add(percent);
    }

    @Override
    void log(String line) {
      logged.add(line);
    }
  }
}
