package io.github.youtubeupload.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.internal.metadata.MetadataJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void acceptsWhatIsExactlyAtTheLimits() {
    assertThat(
            violations(
                b ->
                    b.title("가".repeat(100))
                        .description("é".repeat(2500))
                        .tags("a".repeat(246), "b".repeat(249) + " c")))
        .isEmpty();
  }

  @Test
  void namesFieldLimitAndWhatWasFound() {
    assertThat(violations(b -> b.title("t".repeat(101))))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.field()).isEqualTo("snippet.title");
              assertThat(v.reason()).isEqualTo("invalidTitle");
              assertThat(v.message()).contains("100").contains("101");
            });
  }

  @Test
  void countsCharactersOfATitleAndNotHalvesOfThem() {
    assertThat(violations(b -> b.title("🎬".repeat(100)))).isEmpty();
    assertThat(violations(b -> b.title("🎬".repeat(101)))).hasSize(1);
  }

  @Test
  void countsBytesOfADescription() {
    assertThat(violations(b -> b.description("é".repeat(2501))))
        .singleElement()
        .satisfies(v -> assertThat(v.message()).contains("5002"));
  }

  @ParameterizedTest
  @CsvSource({"'a', 1", "'a b', 5", "'a|b', 3", "'a b|c d', 11", "'', 0"})
  void countsTagsAsYouTubeDoes(String tags, int expected) {
    List<String> list = tags.isEmpty() ? List.of() : List.of(tags.split("\\|"));

    assertThat(MetadataRules.countedLength(list)).isEqualTo(expected);
  }

  @Test
  void refusesTagsThatOnlyTheirQuotesMakeTooLong() {
    String tag = "x".repeat(247) + " y";

    assertThat(violations(b -> b.tags(tag, "z".repeat(249))))
        .singleElement()
        .satisfies(v -> assertThat(v.message()).contains("501"));
  }

  @Test
  void reportsEverythingAtOnce() {
    assertThat(
            violations(
                b ->
                    b.title(" ")
                        .description("a < b")
                        .tags("x,y")
                        .categoryId("film")
                        .localization("ko", new Localization("제목", ""))
                        .privacy(Privacy.PUBLIC)
                        .publishAt(NOW)))
        .extracting(Violation::reason)
        .containsExactlyInAnyOrder(
            "invalidTitle",
            "invalidDescription",
            "invalidTags",
            "invalidCategoryId",
            "defaultLanguageNotSet",
            "invalidPublishAt",
            "invalidPublishAt");
  }

  @Test
  void refusesControlCharactersButNotLineBreaksInADescription() {
    assertThat(violations(b -> b.description("one\ntwo\tthree"))).isEmpty();
    assertThat(violations(b -> b.description("bell\u0007"))).hasSize(1);
    assertThat(violations(b -> b.title("two\nlines"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00a0",
        "\u200b\u200b",
        "\ufeff",
        "\u3000\u00ad",
        "\u200e \u200f",
        "\u2028",
        "\u3164",
        "\u115f",
        "\u2800",
        "\ufe0f",
        "\u180e",
        "\u034f"
      })
  void refusesATitleInWhichNothingCanBeSeen(String title) {
    assertThat(violations(b -> b.title(title)))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.reason()).isEqualTo("invalidTitle");
              assertThat(v.message()).contains("1 to 100 characters").matches("[^\\p{Cc}\\p{Cf}]*");
            });
    assertThat(violations(b -> b.tags("seen", title))).hasSize(1);
    assertThat(
            violations(
                b -> b.defaultLanguage("en").localization("ko", new Localization(title, ""))))
        .singleElement()
        .satisfies(v -> assertThat(v.field()).isEqualTo("localizations.ko.title"));
  }

  @Test
  void acceptsATitleThatHoldsInvisibleCharactersBesideOthers() {
    assertThat(violations(b -> b.title("\u200b\u00a0👩\u200d💻\ufe0f"))).isEmpty();
    assertThat(violations(b -> b.title("\u0ba4\u0bae\u0bbf\u0bb4\u0bcd"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "klingon!!",
        "Korean",
        "english-US",
        "ko_KR",
        "ko-",
        "-ko",
        "k",
        "ko KR",
        "ko-KR-toolongsubtag",
        "en-a",
        "한국어",
        "cn",
        "jp-JP",
        "US",
        "123",
        "en\u200b",
        "ko,en"
      })
  void refusesALanguageThatIsNoBcp47Tag(String tag) {
    assertThat(violations(b -> b.defaultLanguage(tag)))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.field()).isEqualTo("snippet.defaultLanguage");
              assertThat(v.message())
                  .contains("BCP 47", "found \"", "ko")
                  .matches("[^\\p{Cc}\\p{Cf}]*");
            });
    assertThat(
            violations(b -> b.defaultLanguage("en").localization(tag, new Localization("t", ""))))
        .singleElement()
        .satisfies(v -> assertThat(v.field()).isEqualTo("localizations"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ko",
        "KO",
        "en-US",
        "pt-br",
        "zh-Hant-TW",
        "zh-CN",
        "es-419",
        "fil",
        "iw",
        "sh",
        "sr-Latn",
        "ase",
        "kor",
        "und",
        "x-klingon",
        "i-klingon",
        "en-GB-oed",
        "sl-rozaj-biske-1994",
        "mo"
      })
  void leavesToYouTubeWhichLanguagesItKnows(String tag) {
    assertThat(violations(b -> b.defaultLanguage(tag))).isEmpty();
  }

  @Test
  void refusesTwoTextsForOneLanguage() {
    assertThat(
            violations(
                b ->
                    b.defaultLanguage("en")
                        .localization("pt-BR", new Localization("um", ""))
                        .localization("pt-br", new Localization("dois", ""))))
        .singleElement()
        .satisfies(v -> assertThat(v.message()).contains("pt-br", "remove one"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "000", "", "-1", "+22", "2 2", "٢٢", "22\n", "1e1", "1.0", "99999999999"})
  void refusesWhatIsNoNumberOfACategory(String category) {
    assertThat(violations(b -> b.categoryId(category)))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.field()).isEqualTo("snippet.categoryId");
              assertThat(v.message()).contains("found \"", "videoCategories.list");
            });
  }

  @ParameterizedTest
  @MethodSource
  void refusesTimesThatCannotBeSentAsTheyAre(Instant time) {
    assertThat(violations(b -> b.publishAt(time))).hasSize(1);
    assertThat(violations(b -> b.recordingDate(time)))
        .singleElement()
        .satisfies(
            v -> {
              assertThat(v.field()).isEqualTo("recordingDetails.recordingDate");
              assertThat(v.reason()).isEqualTo("invalidRecordingDetails");
              assertThat(v.message()).contains("1583 to 9999", "found " + time);
            });
  }

  static Stream<Instant> refusesTimesThatCannotBeSentAsTheyAre() {
    return Stream.of(
        Instant.MAX,
        Instant.MIN,
        Instant.parse("+10000-01-01T00:00:00Z"),
        Instant.parse("1582-12-31T23:59:59.999Z"),
        Instant.parse("-0001-01-01T00:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1583-01-01T00:00:00.000Z",
        "1970-01-01T00:00:00.000Z",
        "9999-12-31T23:59:59.999Z"
      })
  void sendsTheTimesOfFourDigitYearsAsTheyAre(String time) {
    VideoMetadata metadata =
        VideoMetadata.builder().title("t").recordingDate(Instant.parse(time)).build();

    assertThat(metadata.violations(NOW)).isEmpty();
    assertThat(MetadataJson.write(metadata)).contains("\"recordingDate\":\"" + time + "\"");
  }

  @Test
  void showsOnlyTheBeginningOfALongValueAndNoControlCharacter() {
    String noise = "\u0000\u0007\u001b[31m,".repeat(1000);

    assertThat(violations(b -> b.tags(noise).categoryId(noise).defaultLanguage(noise)))
        .hasSizeGreaterThan(3)
        .allSatisfy(v -> assertThat(v.message()).hasSizeLessThan(600).matches("\\P{Cc}*"));
  }

  @Test
  void needsPrivateForAScheduledVideo() {
    Instant later = NOW.plusSeconds(3600);

    assertThat(violations(b -> b.publishAt(later).privacy(Privacy.PRIVATE))).isEmpty();
    assertThat(violations(b -> b.publishAt(later).privacy(Privacy.UNLISTED))).hasSize(1);
  }

  @Test
  void writesEverySettableField() {
    VideoMetadata metadata =
        VideoMetadata.builder()
            .title("Friends")
            .description("Two of them")
            .tags("one", "two words")
            .categoryId("24")
            .defaultLanguage("en")
            .localization("ko", new Localization("친구", "둘"))
            .privacy(Privacy.PRIVATE)
            .publishAt(NOW)
            .license(License.CREATIVE_COMMON)
            .embeddable(false)
            .publicStatsViewable(false)
            .madeForKids(false)
            .containsSyntheticMedia(true)
            .recordingDate(NOW)
            .build();

    assertThat(MetadataJson.part(metadata))
        .isEqualTo("snippet,status,localizations,recordingDetails");
    assertThat(MetadataJson.write(metadata))
        .contains(
            "\"title\":\"Friends\"",
            "\"description\":\"Two of them\"",
            "\"tags\":[\"one\",\"two words\"]",
            "\"categoryId\":\"24\"",
            "\"defaultLanguage\":\"en\"",
            "\"ko\":{\"description\":\"둘\",\"title\":\"친구\"}",
            "\"privacyStatus\":\"private\"",
            "\"publishAt\":\"2026-11-22T12:00:00.000Z\"",
            "\"license\":\"creativeCommon\"",
            "\"embeddable\":false",
            "\"publicStatsViewable\":false",
            "\"selfDeclaredMadeForKids\":false",
            "\"containsSyntheticMedia\":true",
            "\"recordingDate\":\"2026-11-22T12:00:00.000Z\"");
  }

  @Test
  void writesPrivacyAlwaysAndInAsciiWhateverTheLocale() {
    assertThat(Locale.getDefault().getLanguage()).isEqualTo("tr");
    assertThat(MetadataJson.write(VideoMetadata.builder().title("t").build()))
        .contains("\"privacyStatus\":\"private\"", "\"categoryId\":\"22\"");
  }

  private static List<Violation> violations(UnaryOperator<VideoMetadata.Builder> change) {
    return MetadataRules.violations(
        change.apply(VideoMetadata.builder().title("A title")).build(), NOW);
  }
}
