package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.QuotaRules;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A post by tus: goes on from the byte that is here, whatever happened to the last request. */
class ResumableTest {
  private static final int SIZE = 3_000_000;

  @TempDir Path directory;
  private FakeYouTube youtube;
  private String token;
  private Path state;
  private byte[] video;

  @BeforeEach
  void start() throws IOException {
    youtube = FakeYouTube.builder().project("p", QuotaRules.unlimited()).start();
    token = youtube.accessToken();
    state = directory.resolve("state");
    video = Files.readAllBytes(Videos.of(directory, "friends.mp4", SIZE));
  }

  @AfterEach
  void stop() {
    youtube.close();
  }

  @Test
  void aBrokenPostGoesOnFromTheByteThatIsHereAndBecomesOneVideo() throws Exception {
    try (Backend backend = Backend.with(youtube, state)) {
      TusSender sender = new TusSender(backend.api(token));
      String location = sender.location(SIZE, "Friends");
      assertThat(sender.part(location).path("title").asString()).isEqualTo("Friends");
      try (Socket ignored = sender.sendSome(location, video, 0, SIZE / 2)) {
        sender.awaitReceived(location, bytes -> bytes == SIZE / 2);
        assertThat(sender.offset(location).status()).as("while another sends").isEqualTo(423);
      }
      sender.awaitFree(location);

      Api.Answer here = sender.offset(location);
      assertThat(here.header("Upload-Offset")).isEqualTo("" + SIZE / 2);
      assertThat(here.header("Upload-Length")).isEqualTo("" + SIZE);
      Api.Answer done = sender.send(location, video, SIZE / 2, SIZE);

      assertThat(done.status()).isEqualTo(204);
      assertThat(done.header("Upload-Offset")).isEqualTo("" + SIZE);
      sender.awaitCompleted(location);
      assertOneVideo();
      assertThat(sender.offset(location).header("Upload-Offset"))
          .as("asked again, when the last answer was lost")
          .isEqualTo("" + SIZE);
      assertThat(sender.send(location, video, SIZE, SIZE).status()).isEqualTo(204);
      assertOneVideo();
      assertThat(sender.api().get(TusSender.ADDRESS).json().size()).isZero();
      Videos.awaitNoneIn(state);
    }
  }

  @Test
  void whatAKilledProcessHadReceivedIsKept() throws Exception {
    String location;
    int half = SIZE / 2;
    try (ChildBackend first = ChildBackend.start(youtube, state)) {
      TusSender sender = new TusSender(first.api(token));
      location = sender.location(SIZE, "Friends");
      try (Socket ignored = sender.sendSome(location, video, 0, half)) {
        sender.awaitReceived(location, bytes -> bytes == half);
        first.kill();
      }
    }
    try (Backend second = Backend.with(youtube, state)) {
      TusSender sender = new TusSender(second.api(token));
      assertThat(sender.part(location).path("bytes_received").asInt()).isEqualTo(half);
      assertThat(sender.send(location, video, half, SIZE).status()).isEqualTo(204);
      sender.awaitCompleted(location);
      assertOneVideo();
    }
  }

  @Test
  void aFileThatWasWholeBeforeACrashBecomesAnUploadAtTheNextStart() throws Exception {
    String location;
    try (Backend first = Backend.with(youtube, state)) {
      TusSender sender = new TusSender(first.api(token));
      location = sender.location(SIZE, "Friends");
      sender.send(location, video, 0, 8192);
    }
    Files.write(data(location), video); // the process ended between the last byte and the upload

    try (Backend second = Backend.with(youtube, state)) {
      new TusSender(second.api(token)).awaitCompleted(location);
      assertOneVideo();
      assertThat(Files.exists(data(location))).isFalse();
    }
  }

  @Test
  void whatWouldBeRefusedIsRefusedBeforeAByteIsSent() {
    try (Backend backend = Backend.with(youtube, state, "MAX_FILE_BYTES=5000000")) {
      TusSender sender = new TusSender(backend.api(token));
      assertThat(sender.announce(10, "a.mp4", "{\"title\":\"a < b\"}").code())
          .isEqualTo("invalid_metadata");
      assertThat(sender.announce(10, "a.mp4", "{}").code()).isEqualTo("invalid_metadata");
      assertThat(sender.announce(10, "a.mp4", "{\"titel\":\"a\"}").code())
          .isEqualTo("unknown_field");
      assertThat(sender.announce(0, "a.mp4", "{\"title\":\"a\"}").code()).isEqualTo("empty_file");
      assertThat(sender.announce(5_000_001, "a.mp4", "{\"title\":\"a\"}").code())
          .isEqualTo("too_large");
      assertThat(sender.announce(10, "title /w==").code())
          .as("no UTF-8")
          .isEqualTo("invalid_field");
      assertThat(new TusSender(backend.api("")).announce(10, "a.mp4", "{\"title\":\"a\"}").status())
          .isEqualTo(401);
      String longest = "\uac00".repeat(1666);
      assertThat(
              sender
                  .announce(10, "a.mp4", "{\"title\":\"a\",\"description\":\"" + longest + "\"}")
                  .status())
          .as("the longest description that YouTube takes")
          .isEqualTo(201);
    }
  }

  @Test
  void aFileThatIsNoVideoIsRefusedByItsHead() throws IOException {
    try (Backend backend = Backend.with(youtube, state)) {
      TusSender sender = new TusSender(backend.api(token));
      byte[] page =
          Arrays.copyOf(
              "<!doctype html><html>"
                  .repeat(300)
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII),
              SIZE);
      String location = sender.location(SIZE, "Page");

      Api.Answer refused = sender.send(location, page, 0, 4096);

      assertThat(refused.status()).isEqualTo(415);
      assertThat(refused.code())
          .as(refused.raw().headers().map() + refused.raw().body())
          .isEqualTo("no_video_file");
      assertThat(sender.offset(location).status()).isEqualTo(404);
      assertThat(filesOfParts()).isZero();
    }
  }

  @Test
  void aPartGrowsOnlyAtItsEndAndNotBeyondTheFile() throws IOException {
    try (Backend backend = Backend.with(youtube, state)) {
      TusSender sender = new TusSender(backend.api(token));
      String location = sender.location(SIZE, "Friends");
      sender.send(location, video, 0, 10_000);

      assertThat(sender.send(location, video, 5000, 20_000).code()).isEqualTo("wrong_offset");
      assertThat(sender.send(location, video, 20_000, 30_000).code()).isEqualTo("wrong_offset");
      assertThat(sender.offset(location).header("Upload-Offset")).isEqualTo("10000");

      String small = sender.location(1000, "Small");
      assertThat(sender.sendChunked(small, video).header("Upload-Offset")).isEqualTo("1000");
      sender.awaitCompleted(small);
      assertThat(youtube.videos())
          .singleElement()
          .satisfies(v -> assertThat(v.size()).isEqualTo(1000));
    }
  }

  @Test
  void aPartIsItsOwnersOnly() {
    String bob = "UCbobbobbobbobbobbobbobb";
    try (FakeYouTube two =
            FakeYouTube.builder().channel("UCannannannannannannanna").channel(bob).start();
        Backend backend = Backend.with(two, state)) {
      TusSender ann = new TusSender(backend.api(two.accessToken()));
      TusSender other = new TusSender(backend.api(two.issueAccessToken(two.grant().channel(bob))));
      String location = ann.location(SIZE, "Ann's");

      assertThat(
              Stream.of(
                  other.offset(location),
                  other.send(location, video, 0, 1000),
                  other.delete(location)))
          .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(404));
      assertThat(other.api().get(TusSender.ADDRESS).json().size()).isZero();
      assertThat(ann.delete(location).status()).isEqualTo(204);
      assertThat(ann.offset(location).status()).isEqualTo(404);
    }
  }

  @Test
  void anAbandonedPartIsRemovedAndCountsUntilThen() throws IOException {
    String location;
    try (Backend first = Backend.with(youtube, state, "MAX_UPLOADS_PER_USER=1")) {
      TusSender sender = new TusSender(first.api(token));
      location = sender.location(SIZE, "Abandoned");
      sender.send(location, video, 0, 100_000);
      assertThat(Instant.parse(sender.part(location).path("expires_at").asString()))
          .isAfter(Instant.now());
      assertThat(sender.announce(10, "b.mp4", "{\"title\":\"b\"}").code())
          .isEqualTo("too_many_uploads");
    }
    Path note = data(location).resolveSibling("info");
    String aged = Files.readString(note).replaceAll("\"expires\":\"2\\d{3}", "\"expires\":\"1999");
    Files.writeString(note, aged);

    try (Backend second = Backend.with(youtube, state, "MAX_UPLOADS_PER_USER=1")) {
      TusSender sender = new TusSender(second.api(token));
      assertThat(sender.offset(location).status()).isEqualTo(404);
      assertThat(filesOfParts()).isZero();
      assertThat(sender.location(SIZE, "Next")).isNotEmpty();
    }
  }

  private void assertOneVideo() {
    assertThat(youtube.videos())
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.sha256())
                    .isEqualTo(Videos.sha256(directory.resolve("friends.mp4"))));
  }

  private Path data(String location) {
    return state.resolve("parts/uploads").resolve(TusSender.id(location)).resolve("data");
  }

  private long filesOfParts() throws IOException {
    try (Stream<Path> left = Files.walk(state.resolve("parts"))) {
      return left.filter(Files::isRegularFile).count();
    }
  }
}
