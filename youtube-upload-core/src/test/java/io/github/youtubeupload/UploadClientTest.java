package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.testkit.FakeYouTube;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadClientTest {
  @TempDir Path folder;

  @Test
  void smoke() throws Exception {
    Path file = Files.write(folder.resolve("v.mp4"), new byte[3_000_000]);
    try (FakeYouTube server = FakeYouTube.builder().tls().start();
        UploadClient client =
            UploadClient.builder()
                .endpoint(URI.create(server.rootUrl()))
                .sslSocketFactory(server.trustingSslContext().getSocketFactory())
                .credentials(YouTubeCredentials.accessToken(server.accessToken()))
                .build()) {
      UploadResult result =
          client.upload(
              UploadRequest.builder()
                  .source(VideoSource.file(file))
                  .metadata(VideoMetadata.builder().title("Friends").build())
                  .listener(System.out::println)
                  .build());
      server.requests().forEach(System.out::println);
      System.out.println(result);
      assertThat(server.videos()).hasSize(1);
    }
  }
}
