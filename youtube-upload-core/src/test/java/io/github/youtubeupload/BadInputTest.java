package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.youtubeupload.metadata.Privacy;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.UrlSource;
import io.github.youtubeupload.store.UploadStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake gets one clear error, before anything is said to Google or spent. */
class BadInputTest {
  @TempDir private Path folder;
  private Rig rig;
  private UploadClient client;

  @BeforeEach
  void start() {
    rig = new Rig();
    client = rig.client();
  }

  @AfterEach
  void spentNothing() {
    client.close();
    assertThat(rig.server.requests()).isEmpty();
    assertThat(rig.ledger.entries("default")).isEmpty();
    rig.close();
  }

  @Test
  void missingFile() {
    assertSource(folder.resolve("none.mp4"), "none.mp4 does not exist");
  }

  @Test
  void emptyFile() throws IOException {
    assertSource(Files.createFile(folder.resolve("empty.mp4")), "empty.mp4 is empty");
  }

  @Test
  void directory() {
    assertSource(folder, "is a directory");
  }

  @Test
  void textFile() throws IOException {
    assertSource(
        Files.writeString(folder.resolve("notes.mp4"), "these are my notes on the video"),
        "plain text");
  }

  @Test
  void errorPageSavedAsAVideo() throws IOException {
    assertSource(
        Files.writeString(folder.resolve("page.mp4"), "<!DOCTYPE html><title>404</title>"),
        "an HTML page");
  }

  @Test
  void pathThroughAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "x");
    assertSource(file.resolve("v.mp4"), "v.mp4");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("badMetadata")
  void metadata(String name, UnaryOperator<VideoMetadata.Builder> change, String field, String text)
      throws IOException {
    VideoMetadata metadata = change.apply(VideoMetadata.builder().title("Friends")).build();
    UploadRequest request = Rig.request(TestVideos.make(folder, 1000)).metadata(metadata).build();

    RejectedException thrown =
        catchThrowableOfType(RejectedException.class, () -> client.upload(request));

    assertThat(thrown.violations())
        .anySatisfy(
            v -> {
              assertThat(v.field()).isEqualTo(field);
              assertThat(v.message()).contains(text);
            });
    assertThat(thrown).hasMessageContaining(request.id());
    assertThat(client.find(request.id())).isEmpty();
  }

  static Stream<Arguments> badMetadata() {
    return Stream.of(
        bad("no title", b -> b.title(""), "snippet.title", "required"),
        bad("long title", b -> b.title("x".repeat(101)), "snippet.title", "found 101"),
        bad("markup", b -> b.title("<b>"), "snippet.title", "'<'"),
        bad(
            "long description",
            b -> b.description("x".repeat(5001)),
            "snippet.description",
            "5001"),
        bad("tags", b -> b.tags("x".repeat(250), "y".repeat(250)), "snippet.tags", "found 501"),
        bad(
            "schedule",
            b -> b.privacy(Privacy.PUBLIC).publishAt(Instant.now().plusSeconds(99)),
            "status.publishAt",
            "private"),
        bad("past", b -> b.publishAt(Instant.EPOCH), "status.publishAt", "future"),
        bad("never", b -> b.publishAt(Instant.MAX), "status.publishAt", "9999"),
        bad(
            "recorded",
            b -> b.recordingDate(Instant.MIN),
            "recordingDetails.recordingDate",
            "1583"),
        bad("language", b -> b.defaultLanguage("ko_KR"), "snippet.defaultLanguage", "BCP 47"));
  }

  private static Arguments bad(
      String name, UnaryOperator<VideoMetadata.Builder> change, String field, String text) {
    return Arguments.of(name, change, field, text);
  }

  @Test
  void options() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UploadClient.builder().chunkBytes(1000))
        .withMessageContaining("262144");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UploadClient.builder().maxConcurrentUploads(0))
        .withMessageContaining("maxConcurrentUploads");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UploadRequest.builder().id("a\nb"))
        .withMessageContaining("id");
    assertThatThrownBy(() -> UploadRequest.builder().build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("source");
    try (UploadClient anonymous = UploadClient.builder().build()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> anonymous.upload(Rig.request(TestVideos.make(folder, 1000)).build()))
          .withMessageContaining("credentials");
    }
  }

  @Test
  void aKeyWithoutTheJournalItIsFor() {
    SecretKey key = new SecretKeySpec(new byte[32], "AES");
    UploadClientBuilder nowhere = UploadClient.builder().stateKey(key);
    UploadClientBuilder elsewhere =
        UploadClient.builder()
            .stateKey(key)
            .stateDirectory(folder)
            .uploadStore(UploadStore.inMemory());

    for (UploadClientBuilder builder : List.of(nowhere, elsewhere)) {
      assertThatIllegalStateException()
          .isThrownBy(builder::build)
          .withMessageContaining("stateKey encrypts the journal of stateDirectory");
    }
  }

  @Test
  void limitsOfAUrlThatAreNone() {
    UrlSource.Builder url = UrlSource.builder(URI.create("https://example.com/v.mp4"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> url.sizeLimit(0))
        .withMessage("sizeLimit must be 1 or more, was 0");
    assertThatIllegalArgumentException().isThrownBy(() -> url.spoolLimit(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> url.minBytesPerSecond(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> url.attempts(0));
    assertThatIllegalArgumentException().isThrownBy(() -> url.backoff(Duration.ZERO));
  }

  private void assertSource(Path path, String message) {
    assertThatThrownBy(() -> client.upload(Rig.request(path).build()))
        .isInstanceOf(SourceException.class)
        .hasMessageContaining(message);
  }
}
