package io.github.youtubeupload.examples.quickstart;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void makesAVideoAndUploadsItToTheFake() throws IOException {
    int code = run(false, null, Map.of());

    assertThat(code).isZero();
    assertThat(out.toString(UTF_8))
        .contains("No Google credentials", "Uploaded", "/watch?v=", "/edit", "99 more uploads")
        .containsPattern("SHA-256  [0-9a-f]{64}, on the server as in the file")
        .doesNotContain("\r", "\u001b");
    assertThat(err.toString(UTF_8)).isEmpty();
    byte[] friends = Files.readAllBytes(folder.resolve("friends.mp4"));
    assertThat(new String(friends, 4, 4, US_ASCII)).isEqualTo("ftyp");
    assertThat(friends.length).isBetween(100_000, 2_000_000);
  }

  @Test
  void drawsABarAndWaitsForEnterAtATerminal() throws IOException {
    Path video = Files.write(folder.resolve("mine.mp4"), new byte[300_000]);

    int code = run(true, video.toString(), Map.of());

    assertThat(code).isZero();
    assertThat(out.toString(UTF_8)).contains("\r", "[====", "100 %", "until you press Enter");
    assertThat(folder.resolve("friends.mp4")).doesNotExist();
  }

  @Test
  void saysInOneLineWhatIsWrongWithTheInput() throws IOException {
    Path notes = Files.writeString(folder.resolve("notes.txt"), "just some notes, no video at all");

    assertRefused(folder.resolve("none.mp4").toString(), Map.of(), "does not exist");
    assertRefused(folder.toString(), Map.of(), "is a directory");
    assertRefused(notes.toString(), Map.of(), "plain text");
    assertRefused(null, Map.of("YOUTUBE_QUOTA_LIMIT", "many"), "YOUTUBE_QUOTA_LIMIT");
    assertRefused(null, Map.of("GOOGLE_REFRESH_TOKEN", "t"), "GOOGLE_CLIENT_ID");
    assertRefused(null, Map.of("GOOGLE_CLIENT_ID", "c"), "GOOGLE_REFRESH_TOKEN");
  }

  @Test
  void saysThatThereIsNoQuota() throws IOException {
    Path video = Files.write(folder.resolve("mine.mp4"), new byte[300_000]);

    int code = run(false, video.toString(), Map.of("YOUTUBE_QUOTA_LIMIT", "0"));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("quota").hasLineCount(1);
  }

  private void assertRefused(@Nullable String video, Map<String, String> environment, String why) {
    err.reset();
    assertThat(run(false, video, environment)).as(why).isEqualTo(2);
    assertThat(err.toString(UTF_8)).contains(why).hasLineCount(1);
  }

  private int run(boolean terminal, @Nullable String video, Map<String, String> environment) {
    Console console =
        new Console(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            new ByteArrayInputStream("\n".getBytes(UTF_8)),
            terminal);
    return new Quickstart(console, folder.resolve("friends.mp4")).run(video, environment);
  }
}
