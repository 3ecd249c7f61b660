package io.github.youtubeupload.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.RawClient.Answer;
import io.github.youtubeupload.testkit.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpeningTest {
  private static final String PARTS = "part=snippet,status,localizations,recordingDetails";
  private FakeYouTube youtube;

  @BeforeAll
  void start() {
    youtube = FakeYouTube.builder().project("unlimited", QuotaRules.unlimited()).start();
  }

  @AfterAll
  void close() {
    youtube.close();
  }

  static Stream<Arguments> refusedMetadata() {
    String long100 = "x".repeat(100);
    return Stream.of(
        refused("invalidTitle", "{}"),
        refused("invalidTitle", snippet("\"title\":\"\"")),
        refused("invalidTitle", snippet("\"title\":\"  \"")),
        refused("invalidTitle", snippet("\"title\":7")),
        refused("invalidTitle", snippet("\"title\":\"" + long100 + "x\"")),
        refused("invalidTitle", snippet("\"title\":\"a<b\"")),
        refused("invalidTitle", snippet("\"title\":\"a\\nb\"")),
        refused("invalidDescription", titled("\"description\":\"a\\u0007b\"")),
        refused("invalidDescription", titled("\"description\":\"" + "é".repeat(2501) + "\"")),
        refused("invalidDescription", titled("\"description\":\"a>b\"")),
        refused("invalidTags", titled("\"tags\":[\"" + long100.repeat(5) + "x\"]")),
        refused(
            "invalidTags", titled("\"tags\":[\"" + long100.repeat(4) + "\",\"" + long100 + "\"]")),
        refused("invalidTags", titled("\"tags\":[\"a " + "x".repeat(497) + "\"]")),
        refused("invalidTags", titled("\"tags\":[1]")),
        refused("invalidTags", titled("\"tags\":\"a,b\"")),
        refused("invalidCategoryId", titled("\"categoryId\":\"999\"")),
        refused("invalidCategoryId", titled("\"categoryId\":\"Music\"")),
        refused("invalidPublishAt", status("\"publishAt\":\"2027-01-01T00:00:00Z\"")),
        refused(
            "invalidPublishAt",
            status("\"privacyStatus\":\"public\",\"publishAt\":\"2027-01-01T00:00:00Z\"")),
        refused("invalidPublishAt", status("\"privacyStatus\":\"private\",\"publishAt\":\"soon\"")),
        refused("badRequest", status("\"privacyStatus\":\"hidden\"")),
        refused("invalidVideoMetadata", status("\"license\":\"mit\"")),
        refused("invalidVideoMetadata", status("\"embeddable\":\"yes\"")),
        refused("badRequest", status("\"uploadStatus\":\"processed\"")),
        refused("badRequest", titled("\"titel\":\"x\"")),
        refused(
            "invalidRecordingDetails",
            "{\"snippet\":{\"title\":\"x\"},\"recordingDetails\":{\"recordingDate\":\"today\"}}"),
        refused(
            "defaultLanguageNotSet",
            "{\"snippet\":{\"title\":\"x\"},\"localizations\":{\"ko\":{\"title\":\"y\"}}}"),
        refused(
            "invalidTitle",
            "{\"snippet\":{\"title\":\"x\",\"defaultLanguage\":\"en\"},"
                + "\"localizations\":{\"ko\":{\"description\":\"y\"}}}"),
        refused("invalidTitle", snippet("\"title\":\"\\u00a0\\u200b\"")),
        refused("invalidTitle", snippet("\"title\":\"\\u3164\\ufe0f\"")),
        refused("invalidTitle", snippet("\"title\":\"a\\ud800\"")),
        refused("invalidTitle", snippet("\"title\":null")),
        refused("invalidTags", titled("\"tags\":[\"\"]")),
        refused("invalidTags", titled("\"tags\":[\"\\u200b\"]")),
        refused("invalidTags", titled("\"tags\":[\"a,b\"]")),
        refused("invalidTags", titled("\"tags\":[\"a<b\"]")),
        refused("invalidCategoryId", titled("\"categoryId\":\"0\"")),
        refused("invalidCategoryId", titled("\"categoryId\":\"\"")),
        refused("invalidVideoMetadata", titled("\"defaultLanguage\":\"\"")),
        refused("invalidVideoMetadata", titled("\"defaultLanguage\":\"Korean\"")),
        refused("invalidVideoMetadata", titled("\"defaultLanguage\":\"ko_KR\"")),
        refused("invalidVideoMetadata", titled("\"defaultLanguage\":\"klingon!!\"")),
        refused("invalidVideoMetadata", titled("\"defaultLanguage\":\"xx\"")),
        refused("invalidVideoMetadata", titled("\"defaultLanguage\":7")),
        refused("invalidVideoMetadata", localized("\"Korean\":{\"title\":\"y\"}")),
        refused("invalidVideoMetadata", localized("\"ko_KR\":{\"title\":\"y\"}")),
        refused("invalidVideoMetadata", localized("\"\":{\"title\":\"y\"}")),
        refused(
            "invalidVideoMetadata", localized("\"ko\":{\"title\":\"y\"},\"KO\":{\"title\":\"z\"}")),
        refused("invalidTitle", localized("\"ko\":{\"title\":\"\\u200b\"}")),
        refused(
            "invalidPublishAt",
            status("\"privacyStatus\":\"private\",\"publishAt\":\"+1000000-12-31T23:59:59Z\"")),
        refused("parseError", "{\"snippet\":"),
        refused("parseError", "[]"));
  }

  @ParameterizedTest
  @MethodSource("refusedMetadata")
  void refusesMetadataInYouTubesWords(String reason, String json) throws IOException {
    Answer answer = open(PARTS, json);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(reason(answer)).isEqualTo(reason);
    assertThat(answer.header("Location")).isEmpty();
  }

  static Stream<String> acceptedMetadata() {
    String emoji = "\\ud83c\\udfac".repeat(100);
    String long100 = "x".repeat(100);
    return Stream.of(
        titled("\"description\":\"" + "é".repeat(2500) + "\""),
        titled("\"description\":\"two\\nlines\""),
        "{\"snippet\":{\"title\":\"" + emoji + "\"}}",
        titled("\"tags\":[\"" + long100.repeat(5) + "\"]"),
        titled("\"tags\":[\"" + long100.repeat(4) + "\",\"" + "x".repeat(99) + "\"]"),
        titled("\"tags\":[\"a " + "x".repeat(496) + "\"]"),
        status("\"privacyStatus\":\"private\",\"publishAt\":\"2001-01-01T00:00:00+09:00\""),
        titled("\"defaultLanguage\":\"ko\""),
        titled("\"defaultLanguage\":\"fil\""),
        titled("\"defaultLanguage\":\"zh-Hant-TW\""),
        titled("\"defaultLanguage\":\"es-419\",\"description\":null"),
        titled("\"tags\":[\"" + emoji + "\",\"" + emoji + "\"]"),
        status("\"license\":\"creativeCommon\",\"containsSyntheticMedia\":true"),
        "{\"snippet\":{\"title\":\"x\",\"defaultLanguage\":\"en\"},"
            + "\"localizations\":{\"ko\":{\"title\":\"y\",\"description\":\"z\"}},"
            + "\"recordingDetails\":{\"recordingDate\":\"2026-11-22T00:00:00Z\"}}");
  }

  @ParameterizedTest
  @MethodSource("acceptedMetadata")
  void acceptsWhatIsJustWithinTheLimits(String json) throws IOException {
    assertThat(open(PARTS, json).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "notifySubscribers=false, required",
    "part=snippet%2Csnippets, unknownPart",
    "part=status, unexpectedPart",
    "part=snippet&uploadType=media, mediaBodyRequired"
  })
  void refusesQueriesThatDoNotFit(String query, String reason) throws IOException {
    String type = query.contains("uploadType") ? "" : "uploadType=resumable&";
    String head = "POST /upload/youtube/v3/videos?" + type + query + " HTTP/1.1\nHost: x\n";

    Answer answer = call(head + "X-Upload-Content-Type: video/mp4\n" + authorized());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(reason(answer)).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({"audio/mp4, 400", "'', 200", "video/webm, 200", "application/octet-stream, 200"})
  void looksAtTheContentType(String type, int status) throws IOException {
    String head = "POST /upload/youtube/v3/videos?uploadType=resumable&part=snippet HTTP/1.1\n";

    assertThat(call(head + "X-Upload-Content-Type: " + type + "\n" + authorized()).status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"0, 400", "-1, 400", "many, 400", "274877906945, 400", "274877906944, 200"})
  void looksAtTheDeclaredLength(String length, int status) throws IOException {
    assertThat(openWith("X-Upload-Content-Length: " + length).status()).isEqualTo(status);
  }

  @Test
  void answersWithASecretLocationThatKeepsTheQuery() throws IOException {
    Answer answer = openWith("X-Upload-Content-Length: 5");

    assertThat(answer.header("Location").orElseThrow())
        .startsWith("http://localhost/upload/youtube/v3/videos?uploadType=resumable&part=snippet")
        .contains("&upload_id=" + answer.header("X-GUploader-UploadID").orElseThrow());
  }

  @Test
  void refusesTokensThatAreMissingUnknownOrTooNarrow() throws IOException {
    Answer unknown =
        RawUpload.open(youtube, "guess", "part=snippet", RawUpload.TITLED, "X-Test: none");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(reason(unknown)).isEqualTo("authError");
    Answer narrow = openAs(youtube.grant().scopes(Grant.READONLY));
    assertThat(narrow.status()).isEqualTo(403);
    assertThat(reason(narrow)).isEqualTo("insufficientPermissions");
    Answer nobody = openAs(youtube.grant().channel(Grant.NO_CHANNEL));
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(reason(nobody)).isEqualTo("youtubeSignupRequired");
    assertThat(openAs(youtube.grant().scopes(Grant.FORCE_SSL)).status()).isEqualTo(200);
  }

  @Test
  void makesAVideoPublicThatDoesNotSay() throws IOException {
    try (FakeYouTube own = FakeYouTube.start()) {
      new RawUpload(own, Bytes.of(9)).putAll();

      assertThat(own.videos().get(0).privacyStatus()).isEqualTo("public");
    }
  }

  private Answer open(String query, String json) throws IOException {
    return RawUpload.open(youtube, youtube.accessToken(), query, json, "X-Test: none");
  }

  private Answer openWith(String header) throws IOException {
    return RawUpload.open(youtube, youtube.accessToken(), "part=snippet", RawUpload.TITLED, header);
  }

  private Answer openAs(Grant grant) throws IOException {
    String token = youtube.issueAccessToken(grant);
    return RawUpload.open(youtube, token, "part=snippet", RawUpload.TITLED, "X-Test: none");
  }

  private Answer call(String head) throws IOException {
    return RawClient.call(youtube, head, RawUpload.TITLED.getBytes(StandardCharsets.UTF_8));
  }

  private String authorized() {
    return "Authorization: Bearer " + youtube.accessToken() + "\n";
  }

  static String reason(Answer answer) {
    Map<?, ?> error = (Map<?, ?>) ((Map<?, ?>) Json.read(answer.body())).get("error");
    assertThat(error.get("code")).isEqualTo((long) answer.status());
    Map<?, ?> first = (Map<?, ?>) ((List<?>) error.get("errors")).get(0);
    return first.get("reason").toString();
  }

  private static Arguments refused(String reason, String json) {
    return Arguments.of(reason, json);
  }

  private static String snippet(String fields) {
    return "{\"snippet\":{" + fields + "}}";
  }

  private static String titled(String fields) {
    return snippet("\"title\":\"Friends\"," + fields);
  }

  private static String localized(String languages) {
    return "{\"snippet\":{\"title\":\"x\",\"defaultLanguage\":\"en\"},\"localizations\":{"
        + languages
        + "}}";
  }

  private static String status(String fields) {
    return "{\"snippet\":{\"title\":\"Friends\"},\"status\":{" + fields + "}}";
  }
}
