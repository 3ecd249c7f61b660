package io.github.youtubeupload.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.youtubeupload.internal.files.SpoolFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlSpoolTest {
  private static final byte[] VIDEO = TestContent.video(700_000);
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"no length", "no ranges", "no validator", "fresh Last-Modified"})
  void spoolsWhatCouldNotBeResumed(String why) throws IOException {
    TestContent content = new TestContent(VIDEO);
    Consumer<String> lack =
        what -> {
          switch (what) {
            case "no length" -> {
              content.chunked = true;
              content.ranges = false;
            }
            case "no ranges" -> content.ranges = false;
            default -> {
              content.tag = "X-No: tag";
              content.modified = what.startsWith("no") ? "X-No: date" : "Last-Modified" + NOW;
            }
          }
        };
    lack.accept(why);
    TestContext context = TestContext.in(folder);
    try (TestOrigin origin = new TestOrigin(content);
        PreparedSource source = origin.source("/v.mp4").build().prepare(context)) {
      assertThat(folder).isEmptyDirectory();
      assertThat(source.description().size()).hasValue(VIDEO.length);
      assertThat(source.description().fingerprint()).startsWith("url:size=700000;sha256=");
      assertThat(source.open(0).readAllBytes()).isEqualTo(VIDEO);
      assertThat(source.open(699_990).readAllBytes())
          .isEqualTo(Arrays.copyOfRange(VIDEO, 699_990, 700_000));
      assertThat(context.downloads()).isSorted().endsWith((long) VIDEO.length);
      assertThat(origin.requests()).hasSize(1);
    }
  }

  private static final String NOW = TestContent.NOW.substring("Date".length());

  @Test
  void beginsAnewWhenADownloadBreaksOff() throws IOException {
    TestContent content = new TestContent(VIDEO);
    content.ranges = false;
    content.chunked = true;
    content.cuts.addAll(List.of(300_000L, 0L, 500_000L));
    try (TestOrigin origin = new TestOrigin(content);
        PreparedSource source = origin.source("/v.mp4").build().prepare(TestContext.in(folder))) {
      assertThat(source.open(0).readAllBytes()).isEqualTo(VIDEO);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETag: \"v1\"", "X-No: tag"})
  void refusesAPartThatDoesNotTellTheTotal(String tag) throws IOException {
    try (TestOrigin origin = new TestOrigin((r, out) -> part(out, "*", tag))) {
      UrlSource source = origin.source("/v.mp4").build();
      assertThatThrownBy(() -> source.prepare(TestContext.in(folder)))
          .hasMessageContaining("answered 206")
          .hasMessageContaining("a part and no total: nobody could tell whether it is complete");
      assertThat(origin.requests()).hasSize(1);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void takesNoPartForTheWhole() throws IOException {
    try (TestOrigin origin = new TestOrigin((r, out) -> part(out, "700000", "X-No: tag"))) {
      UrlSource source = origin.source("/v.mp4").attempts(2).build();
      assertThatThrownBy(() -> source.prepare(TestContext.in(folder)))
          .hasMessageContaining("ended at byte 100000 of 700000");
    }
    assertThat(folder).isEmptyDirectory();
  }

  private static void part(OutputStream out, String total, String tag) throws IOException {
    TestOrigin.head(
        out,
        "HTTP/1.1 206 Partial Content",
        "Content-Range: bytes 0-99999/" + total,
        "Content-Length: 100000",
        tag);
    out.write(VIDEO, 0, 100_000);
  }

  @Test
  void leavesNothingWhenItFails() throws IOException {
    TestContent content = new TestContent(VIDEO);
    content.ranges = false;
    try (TestOrigin origin = new TestOrigin(content)) {
      UrlSource source = origin.source("/v.mp4").spoolLimit(600_000).build();
      assertThatThrownBy(() -> source.prepare(TestContext.in(folder)))
          .hasMessageContaining("above the limit of 600000");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void keepsAReserveOnTheDisk() throws IOException {
    try (SpoolFile spool = new SpoolFile(folder, directory -> SpoolFile.RESERVE + 100)) {
      spool.append(ByteBuffer.allocate(100));
      assertThatThrownBy(() -> spool.requireSpace(101)).hasMessageContaining("bytes free");
    }
  }

  @Test
  void hasNoNameThatOthersCouldOpen() throws IOException {
    try (SpoolFile spool = new SpoolFile(folder, SpoolFile.FreeSpace.OF_DISK)) {
      spool.append(ByteBuffer.wrap(VIDEO));
      try (var names = Files.list(folder)) {
        assertThat(names.filter(name -> spool.size() > 0)).isEmpty();
      }
    }
  }
}
