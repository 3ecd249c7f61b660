package io.github.youtubeupload.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.internal.metadata.MetadataJson;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
