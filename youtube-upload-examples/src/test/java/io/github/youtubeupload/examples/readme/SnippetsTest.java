package io.github.youtubeupload.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the documents show is what the compiler saw and {@link SnippetsRunTest} ran, and what they
 * link to is there.
 */
class SnippetsTest {
  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String TESTS = "src/test/java/io/github/youtubeupload/examples/";
  private static final Path CODE = Path.of(TESTS + "readme/Snippets.java");
  private static final Map<String, Path> CODE_ELSEWHERE =
      Map.of(
          "quota",
          Path.of("backend", TESTS + "backend/QuotaSnippetTest.java"),
          "conscrypt",
          Path.of(
              "../youtube-upload-core/src/test/java/io/github/youtubeupload/ConscryptTest.java"));

  @ParameterizedTest
  @CsvSource({
    "README.md, upload",
    "README.md, quota",
    "README.ko.md, upload",
    "README.ko.md, quota",
    "docs/testing.md, testkit",
    "docs/benchmarks.md, conscrypt"
  })
  void showsTheCodeThatCompiles(String document, String name) throws IOException {
    assertThat(shown(document, name)).isEqualTo(compiled(name)).isNotEmpty();
  }

  /** The backend's own test runs them as they stand in its document. */
  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ko.md"})
  void showsTheCallsThatTheBackendsTestRuns(String document) throws IOException {
    String calls = between(Files.readString(ROOT.resolve("docs/backend.md")), "```sh\n", "```");

    assertThat(calls).contains("curl");
    assertThat(Files.readString(ROOT.resolve(document))).contains(calls);
  }

  @Test
  void keepsTheKoreanTwinInStep() throws IOException {
    assertThat(outline("README.ko.md")).isEqualTo(outline("README.md"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.ko.md", "docs/architecture.md"})
  void linksOnlyToWhatIsThere(String document) throws IOException {
    Path folder = ROOT.resolve(document).getParent();
    String text = Files.readString(ROOT.resolve(document));
    List<String> links =
        Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)")
            .matcher(text)
            .results()
            .map(link -> link.group(1))
            .toList();

    assertThat(links).isNotEmpty().allSatisfy(link -> assertThat(folder.resolve(link)).exists());
  }

  /** Headings by level, table rows and code blocks: what a translation does not change. */
  private static List<String> outline(String document) throws IOException {
    return Files.readAllLines(ROOT.resolve(document)).stream()
        .filter(line -> line.startsWith("#") || line.startsWith("|") || line.startsWith("```"))
        .map(line -> line.replaceAll("^(#+|\\||```\\w*).*", "$1"))
        .toList();
  }

  private static String shown(String document, String name) throws IOException {
    String text = Files.readString(ROOT.resolve(document));
    String block = between(text, "<!-- snippet: " + name + " -->", "<!-- /snippet -->");
    return between(block, "```java\n", "```");
  }

  private static String compiled(String name) throws IOException {
    Path code = CODE_ELSEWHERE.getOrDefault(name, CODE);
    String block = between(Files.readString(code), "// snippet: " + name + "\n", "    // end");
    Stream<String> lines = Arrays.stream(block.split("\n", -1));
    return lines.map(line -> line.replaceFirst("^ {4}", "")).collect(Collectors.joining("\n"));
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start);
    assertThat(from).as("the mark %s", start).isNotNegative();
    return text.substring(from + start.length(), text.indexOf(end, from + start.length()));
  }
}
