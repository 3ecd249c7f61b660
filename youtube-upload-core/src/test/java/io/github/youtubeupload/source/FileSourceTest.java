package io.github.youtubeupload.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.youtubeupload.internal.media.VideoType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSourceTest {
  @TempDir private Path folder;

  @Test
  void describesAFile() throws IOException {
    Path file = video("friends.MP4", 3000);

    SourceDescription description = look(file, Optional.empty()).description();

    assertThat(description.name()).isEqualTo("friends.MP4");
    assertThat(description.contentType()).isEqualTo("video/mp4");
    assertThat(description.size()).hasValue(3000);
    assertThat(description.replayable()).isTrue();
  }

  @Test
  void readsFromAnyOffset() throws IOException {
    Path file = video("v.bin", 100_000);
    byte[] all = Files.readAllBytes(file);

    try (InputStream in = look(file, Optional.empty()).open(99_990)) {
      assertThat(in.readAllBytes()).containsExactly(Arrays.copyOfRange(all, 99_990, 100_000));
    }
  }

  @Test
  void refusesToEndWhenTheFileGrew() throws IOException {
    Path file = video("v.mp4", 1000);
    PreparedSource source = look(file, Optional.empty());
    Files.write(file, new byte[] {1}, StandardOpenOption.APPEND);

    try (InputStream in = source.open(0)) {
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(SourceChangedException.class)
          .hasMessageContaining("from 1000 to 1001 bytes");
    }
  }

  @Test
  void refusesToEndWhenTheFileWasTouchedOrReplacedOrRemoved() throws IOException {
    Path file = video("v.mp4", 1000);
    PreparedSource source = look(file, Optional.empty());

    try (InputStream in = source.open(0)) {
      Files.setLastModifiedTime(file, FileTime.fromMillis(1));
      assertThatThrownBy(in::readAllBytes).isInstanceOf(SourceChangedException.class);
    }
    try (InputStream in = source.open(0)) {
      Files.delete(file);
      assertThatThrownBy(in::readAllBytes).isInstanceOf(SourceChangedException.class);
    }
  }

  /** Many file systems have another device number after each mount. */
  @Test
  void theFingerprintOutlastsAReboot() throws IOException {
    String fingerprint = look(video("v.mp4", 1000), Optional.empty()).description().fingerprint();

    assertThat(fingerprint).contains("identity=").doesNotContain("dev=");
  }

  @Test
  void refusesToGoOnWithAnotherContentOfTheSameSizeAndTime() throws IOException {
    Path file = video("v.mp4", 5_000_000);
    FileTime time = Files.getLastModifiedTime(file);
    SourceDescription before = look(file, Optional.empty()).description();
    byte[] other = Files.readAllBytes(file);
    other[other.length - 1]++;
    Files.write(file, other);
    Files.setLastModifiedTime(file, time);

    assertThatThrownBy(() -> look(file, Optional.of(before)))
        .isInstanceOf(SourceChangedException.class);
  }

  @Test
  void saysWhatIsWrongWithAPath() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.mp4"));

    assertThatIOException()
        .isThrownBy(() -> look(folder.resolve("none.mp4"), Optional.empty()))
        .withMessageContaining("does not exist");
    assertThatIOException()
        .isThrownBy(() -> look(empty, Optional.empty()))
        .withMessageContaining("is empty");
    assertThatIOException()
        .isThrownBy(() -> look(folder, Optional.empty()))
        .withMessageContaining("is a directory");
  }

  @Test
  void saysThatAFileMayNotBeRead() throws IOException {
    Path file = video("secret.mp4", 100);
    assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "root reads all");

    assertThatIOException()
        .isThrownBy(() -> look(file, Optional.empty()))
        .withMessageContaining("permission denied");
  }

  @ParameterizedTest
  @CsvSource({
    "'<!DOCTYPE html><html><body>Not found</body></html>', an HTML page",
    "'<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>', an XML document",
    "'{\"error\": \"expired\", \"status\": 403}', a JSON document",
    "'this is a note and not a video', plain text",
    "'%PDF-1.7 and so on and on', a PDF document",
    "'GIF89a......................', an image",
  })
  void refusesWhatIsPlainlyNoVideo(String content, String kind) throws IOException {
    Path file = Files.writeString(folder.resolve("v.mp4"), content, UTF_8);

    assertThatIOException()
        .isThrownBy(() -> look(file, Optional.empty()))
        .withMessageContaining("is no video")
        .withMessageContaining(kind);
  }

  @Test
  void knowsContainersByTheirFirstBytes() throws IOException {
    assertThat(VideoType.of("render", "....ftypisom".getBytes(UTF_8))).isEqualTo("video/mp4");
    assertThat(VideoType.of("render", "....ftypqt  ".getBytes(UTF_8))).isEqualTo("video/quicktime");
    assertThat(VideoType.of("render", new byte[32])).isEqualTo("application/octet-stream");
  }

  private Path video(String name, int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return Files.write(folder.resolve(name), bytes);
  }

  private PreparedSource look(Path file, Optional<SourceDescription> earlier) throws IOException {
    return VideoSource.file(file).prepare(new TestContext(folder, earlier));
  }

  private record TestContext(Path spoolDirectory, Optional<SourceDescription> earlier)
      implements SourceContext {
    @Override
    public void downloaded(long bytes, long total) {
      throw new AssertionError("a file needs no spool");
    }
  }
}
