package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong, and the status, the code and the words that answer it. */
class BadInputTest {
  private static final String SECRET = "ya29.of-the-caller";
  private static final String UPLOAD = "/api/youtube/upload";
  private static final String TITLE = "{\"title\":\"Friends\"}";

  @TempDir static Path directory;
  private static Backend backend;
  private static Api api;
  private static Path video;

  @BeforeAll
  static void start() throws IOException {
    backend = Backend.demo(directory.resolve("state"), "MAX_FILE_BYTES=2000000");
    api = backend.api(SECRET);
    video = Videos.of(directory, "friends.mp4", 1000);
    Files.createFile(directory.resolve("empty.mp4"));
    Videos.write(directory.resolve("page.mp4"), "<!doctype html><html><title>404</title></html>");
    Videos.of(directory, "large.mp4", 2_500_000);
  }

  @AfterAll
  static void stop() {
    backend.close();
  }

  record Case(String what, Supplier<Api.Answer> call, int status, String code, String words) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Case> table() {
    return Stream.concat(
        Stream.of(
            of(
                "no token, file",
                () -> nobody().postFile(video, TITLE),
                401,
                "unauthenticated",
                "Sign in"),
            of(
                "no token, URL",
                () -> nobody().postJson("{\"videoUrl\":\"https://example.com/v\"}"),
                401,
                "unauthenticated",
                "Sign in"),
            of(
                "no token, status",
                () -> nobody().get("/api/youtube/status/x"),
                401,
                "unauthenticated",
                "Sign in"),
            of(
                "no token, cancel",
                () -> nobody().delete("/api/youtube/cancel/x"),
                401,
                "unauthenticated",
                "Sign in"),
            of("another scheme", BadInputTest::basic, 401, "unauthenticated", "Bearer TOKEN"),
            of(
                "wrong JSON",
                () -> api.postJson("{\"videoUrl\":"),
                400,
                "malformed_json",
                "no JSON object"),
            of(
                "JSON, but no object",
                () -> api.postJson("[1]"),
                400,
                "malformed_json",
                "no JSON object"),
            of(
                "wrong JSON beside a file",
                () -> api.postFile(video, "{title}"),
                400,
                "malformed_json",
                "metadata_json"),
            of("no title", () -> api.postFile(video, "{}"), 400, "invalid_metadata", "title"),
            of(
                "101 characters of title",
                () -> api.postFile(video, "{\"title\":\"" + "x".repeat(101) + "\"}"),
                400,
                "invalid_metadata",
                "100"),
            of(
                "unknown privacy",
                () -> api.postFile(video, "{\"title\":\"t\",\"privacy\":\"secret\"}"),
                400,
                "invalid_field",
                "unlisted"),
            of(
                "misspelt field",
                () -> api.postFile(video, "{\"title\":\"t\",\"privcy\":\"public\"}"),
                400,
                "unknown_field",
                "privcy"),
            of(
                "title of the wrong type",
                () -> api.postFile(video, "{\"title\":[]}"),
                400,
                "invalid_field",
                "text"),
            of(
                "0-byte file",
                () -> api.postFile(directory.resolve("empty.mp4"), TITLE),
                400,
                "empty_file",
                "0 bytes"),
            of(
                "an HTML page",
                () -> api.postFile(directory.resolve("page.mp4"), TITLE),
                415,
                "no_video_file",
                "HTML"),
            of(
                "too large",
                () -> api.postFile(directory.resolve("large.mp4"), TITLE),
                413,
                "too_large",
                "2500")),
        Stream.of(
            of(
                "another content type",
                () -> body("text/plain", "x"),
                415,
                "unsupported_media_type",
                "multipart"),
            of(
                "a form without a file",
                () ->
                    body(
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nt\r\n--b--\r\n"),
                400,
                "no_video",
                "file"),
            of(
                "a form that breaks off",
                () -> body("multipart/form-data; boundary=b", "--b\r\nContent-Disp"),
                400,
                "broken_form",
                "ended early"),
            of("neither file nor URL", () -> api.postJson(TITLE), 400, "no_video", "videoUrl"),
            url("file:///etc/passwd", "http and https"),
            url("ftp://example.com/v.mp4", "http and https"),
            url("http://127.0.0.1/v.mp4", "loopback"),
            url("http://localhost:22/v.mp4", "loopback"),
            url("http://[::1]/v.mp4", "loopback"),
            url("http://10.0.0.8/v.mp4", "private"),
            url("http://169.254.169.254/latest/meta-data", "metadata service"),
            url("http://user:pw@203.0.113.9/v.mp4", "no user"),
            url("not a url", "no valid address"),
            of(
                "unknown id",
                () -> api.get("/api/youtube/status/nope"),
                404,
                "unknown_upload",
                "no upload"),
            of(
                "unknown id, cancel",
                () -> api.delete("/api/youtube/cancel/nope"),
                404,
                "unknown_upload",
                "no upload"),
            of(
                "unknown id, events",
                () -> api.get("/api/youtube/events/nope"),
                404,
                "unknown_upload",
                "no upload"),
            of(
                "unknown address",
                () -> api.get("/api/youtube/nope"),
                404,
                "not_found",
                "nothing here"),
            of("another method", () -> api.delete(UPLOAD), 405, "method_not_allowed", "method")));
  }

  @ParameterizedTest
  @MethodSource("table")
  void badInputIsAnsweredWithWhatIsWrong(Case bad) {
    Api.Answer answer = bad.call().get();

    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(bad.status());
    assertThat(answer.code()).isEqualTo(bad.code());
    assertThat(answer.message()).contains(bad.words());
    assertThat(answer.raw().body())
        .doesNotContain("Exception", "\tat ", directory.toString(), SECRET);
  }

  /** In a service of its own: in the other one, files of other cases come and go. */
  @Test
  void nothingIsLeftOfWhatWasRefused(@TempDir Path own) throws IOException {
    Path state = own.resolve("state");
    try (Backend alone = Backend.demo(state)) {
      alone.api(SECRET).postFile(directory.resolve("empty.mp4"), TITLE);
      alone.api(SECRET).postFile(video, "{}");

      try (Stream<Path> left = Files.walk(state.resolve("incoming"))) {
        assertThat(left.filter(Files::isRegularFile)).isEmpty();
      }
    }
  }

  private static Case of(
      String what, Supplier<Api.Answer> call, int status, String code, String words) {
    return new Case(what, call, status, code, words);
  }

  private static Case url(String url, String words) {
    return of(
        "hostile URL " + url,
        () -> api.postJson("{\"videoUrl\":\"" + url + "\",\"metadata\":" + TITLE + "}"),
        400,
        "refused_url",
        words);
  }

  private static Api nobody() {
    return backend.api("");
  }

  private static Api.Answer basic() {
    return Api.send(nobody().request("/api/youtube/uploads").header("Authorization", "Basic eA=="));
  }

  private static Api.Answer body(String type, String body) {
    return Api.send(
        api.request(UPLOAD).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }
}
