package io.github.youtubeupload.source;

import static io.github.youtubeupload.source.TestContent.rest;
import static io.github.youtubeupload.source.TestOrigin.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UrlRelayTest {
  private static final byte[] VIDEO = TestContent.video(300_000);
  private final TestContent content = new TestContent(VIDEO);
  @TempDir private Path spool;

  private PreparedSource prepare(UrlSource.Builder source) throws IOException {
    return source.build().prepare(TestContext.in(spool));
  }

  @Test
  void needsOneGetForDescriptionAndContent() throws IOException {
    try (TestOrigin origin = new TestOrigin(content);
        PreparedSource source = prepare(origin.source("/out/friends.mp4?sig=secret"))) {
      assertThat(source.description().size()).hasValue(300_000);
      assertThat(source.description().contentType()).isEqualTo("video/mp4");
      assertThat(source.description().name()).isEqualTo("friends.mp4");
      assertThat(source.description().fingerprint()).isEqualTo("url:size=300000;etag=\"v1\"");
      assertThat(rest(source, 0)).isEqualTo(VIDEO);
      assertThat(origin.requests()).hasSize(1);
      assertThat(origin.requests().get(0).header("Accept-Encoding")).isEqualTo("identity");
      assertThat(spool).isEmptyDirectory();
    }
  }

  @Test
  void opensAtAnyOffsetWithRangeAndIfRange() throws IOException {
    try (TestOrigin origin = new TestOrigin(content);
        PreparedSource source = prepare(origin.source("/v.mp4"))) {
      assertThat(rest(source, 299_999)).isEqualTo(Arrays.copyOfRange(VIDEO, 299_999, 300_000));
      assertThat(rest(source, 300_000)).isEmpty();
      TestOrigin.Request last = origin.requests().get(1);
      assertThat(last.header("Range")).isEqualTo("bytes=299999-");
      assertThat(last.header("If-Range")).isEqualTo("\"v1\"");
    }
  }

  @Test
  void resumesInTheMidstOfAReadWhereTheOriginBrokeOff() throws IOException {
    content.cuts.addAll(List.of(1L, 100_000L, 0L, 3L));
    try (TestOrigin origin = new TestOrigin(content);
        PreparedSource source = prepare(origin.source("/v.mp4"))) {
      assertThat(rest(source, 0)).isEqualTo(VIDEO);
    }
  }

  @Test
  void usesLastModifiedWhenTheTagIsWeak() throws IOException {
    content.tag = "ETag: W/\"v1\"";
    content.cuts.add(100_000L);
    try (TestOrigin origin = new TestOrigin(content);
        PreparedSource source = prepare(origin.source("/v.mp4"))) {
      assertThat(rest(source, 0)).isEqualTo(VIDEO);
      assertThat(origin.requests().get(1).header("If-Range"))
          .isEqualTo("Mon, 01 Jun 2026 10:00:00 GMT");
    }
  }

  @Test
  void skipsWhatIsKnownWhenTheWholeSameContentComesBack() throws IOException {
    content.cuts.add(100_000L);
    try (TestOrigin origin =
            new TestOrigin(
                (request, out) -> {
                  content.ranges = request.number() == 1;
                  content.answer(request, out);
                });
        PreparedSource source = prepare(origin.source("/v.mp4"))) {
      assertThat(rest(source, 0)).isEqualTo(VIDEO);
    }
  }

  @Test
  void neverSplicesAnotherContent() throws IOException {
    for (String tag : List.of("ETag: \"v2\"", "ETag: W/\"v1\"", "X-No: tag")) {
      TestContent fresh = new TestContent(VIDEO); // the last one may still be answering
      fresh.cuts.add(100_000L);
      try (TestOrigin origin =
              new TestOrigin(
                  (request, out) -> {
                    fresh.tag = request.number() == 1 ? "ETag: \"v1\"" : tag;
                    fresh.answer(request, out);
                  });
          PreparedSource source = prepare(origin.source("/v.mp4"))) {
        assertThatThrownBy(() -> rest(source, 0))
            .isInstanceOf(SourceChangedException.class)
            .hasMessageContaining("its ETag is another one");
      }
    }
  }

  @Test
  void refusesPartsThatAreNotTheOnesAskedFor() throws IOException {
    assertThatThrownBy(() -> resumedWith("Content-Range: bytes 5-299999/300000"))
        .hasMessageContaining("when asked for the bytes from 100000 on");
    assertThatThrownBy(() -> resumedWith("Content-Range: bytes 100000-299999/300001"))
        .isInstanceOf(SourceChangedException.class)
        .hasMessageContaining("300000 to 300001");
    assertThatThrownBy(() -> resumedWith("X-No: range")).hasMessageContaining("none");
    assertThatThrownBy(
            () ->
                resumedWith("Content-Range: bytes 100000-299999/300000", "Content-Encoding: gzip"))
        .hasMessageContaining("Content-Encoding gzip");
    assertThatThrownBy(
            () -> resumedWith("Content-Range: bytes 100000-299999/300000", "Content-Length: 9"))
        .isInstanceOf(SourceChangedException.class)
        .hasMessageContaining("announces 9 bytes");
  }

  private void resumedWith(String... lines) throws IOException {
    content.cuts.add(100_000L);
    try (TestOrigin origin =
            new TestOrigin(
                (request, out) -> {
                  if (request.number() == 1) {
                    content.answer(request, out);
                  } else {
                    head(out, "HTTP/1.1 206 OK", "ETag: \"v1\"", String.join("\r\n", lines));
                  }
                });
        PreparedSource source = prepare(origin.source("/v.mp4").attempts(3))) {
      rest(source, 0);
    }
  }

  @Test
  void noticesAnOriginThatSendsMoreThanItSaid() throws IOException {
    try (TestOrigin origin =
            new TestOrigin(
                (request, out) -> {
                  head(
                      out,
                      "HTTP/1.1 206 OK",
                      "ETag: \"v1\"",
                      "Content-Range: bytes 0-99/100",
                      "Transfer-Encoding: chunked");
                  out.write(new byte[] {'6', '5', '\r', '\n'});
                  out.write(VIDEO, 0, 101);
                  head(out, "", "0");
                });
        PreparedSource source = prepare(origin.source("/v.mp4"))) {
      assertThatThrownBy(() -> rest(source, 0)).isInstanceOf(SourceChangedException.class);
    }
  }

  @Test
  void givesUpAfterSoManyFailuresWithoutAByte() throws IOException {
    for (int i = 0; i < 5; i++) {
      content.cuts.add(i == 0 ? 100_000L : 0L);
    }
    try (TestOrigin origin = new TestOrigin(content);
        PreparedSource source = prepare(origin.source("/v.mp4").attempts(4))) {
      assertThatThrownBy(() -> rest(source, 0)).hasMessageContaining("failed 4 times in a row");
      assertThat(origin.requests()).hasSize(4);
    }
  }

  @Test
  void waitsOutAnOriginThatIsBusy() throws IOException {
    try (TestOrigin origin =
            new TestOrigin(
                (request, out) -> {
                  if (request.number() < 3) {
                    TestOrigin.text(out, "503 Busy", "text/html", "<html>busy");
                  } else {
                    content.answer(request, out);
                  }
                });
        PreparedSource source = prepare(origin.source("/v.mp4"))) {
      assertThat(rest(source, 0)).isEqualTo(VIDEO);
    }
  }

  @Test
  void renewsASignedUrlThatHasExpired() throws IOException {
    content.cuts.add(100_000L);
    try (TestOrigin origin =
            new TestOrigin(
                (request, out) -> {
                  boolean good = request.target().endsWith("?sig=" + (request.number() > 1));
                  if (good) {
                    content.answer(request, out);
                  } else {
                    TestOrigin.text(out, "403 No", "application/xml", "<Error>expired</Error>");
                  }
                });
        PreparedSource source =
            prepare(
                origin
                    .source("/v.mp4?sig=false")
                    .renewal(expired -> origin.url("/v.mp4?sig=true")))) {
      assertThat(rest(source, 0)).isEqualTo(VIDEO);
      assertThat(origin.requests()).hasSize(3);
    }
  }

  @Test
  void sendsHeadersToTheirOriginOnlyAndFollowsRedirects() throws IOException {
    try (TestOrigin store = new TestOrigin(content);
        TestOrigin origin =
            new TestOrigin(
                (request, out) ->
                    head(out, "HTTP/1.1 302 Found", "Location: " + store.url("/x?sig=abcdefgh")));
        PreparedSource source =
            prepare(origin.source("/v.mp4").header("Authorization", "Bearer abcdef"))) {
      assertThat(rest(source, 0)).isEqualTo(VIDEO);
      assertThat(origin.requests().get(0).header("Authorization")).isEqualTo("Bearer abcdef");
      assertThat(store.requests().get(0).headers()).doesNotContainKey("authorization");
    }
  }

  @Test
  void goesOnInALaterRunOnlyWithTheSameContent() throws IOException {
    try (TestOrigin origin = new TestOrigin(content)) {
      UrlSource source = origin.source("/v.mp4").build();
      TestContext context = TestContext.in(spool);
      SourceDescription first;
      try (PreparedSource prepared = source.prepare(context)) {
        first = prepared.description();
      }
      try (PreparedSource prepared = source.prepare(context.after(first))) {
        assertThat(rest(prepared, 200_000)).hasSize(100_000);
      }
      content.tag = "ETag: \"v2\"";
      assertThatThrownBy(() -> source.prepare(context.after(first)))
          .isInstanceOf(SourceChangedException.class);
    }
  }
}
