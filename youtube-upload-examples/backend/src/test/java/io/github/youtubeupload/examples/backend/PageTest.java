package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as a person uses it, in a headless Chromium; skipped where there is none. */
@Execution(ExecutionMode.SAME_THREAD) // They share a channel, as people do not.
class PageTest {
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "en", List.of("Sign in with YouTube", "Uploading", "Cancelled", "Done", "한국어"),
          "ko", List.of("YouTube로 로그인", "업로드 중", "취소됨", "완료", "English"));

  @TempDir static Path directory;
  private static Backend backend;

  @BeforeAll
  static void start() {
    assumeTrue(
        Page.chromium().isPresent(), "skipped: no chromium and chromedriver on this machine");
    backend = Backend.demo(directory.resolve("state"), "DEMO_BYTES_PER_SECOND=2000000");
  }

  @AfterAll
  static void stop() {
    if (backend != null) {
      backend.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void aPersonSignsInUploadsWatchesAndCancels(String language) throws IOException {
    List<String> words = WORDS.get(language);
    Path video = Videos.of(directory, "friends-" + language + ".mp4", 6_000_000);
    try (Page page = Page.open(backend.url(), language, 1280, 900, "light")) {
      assertThat(page.attribute("html", "lang")).isEqualTo(language);
      assertThat(page.text("#sign-in")).isEqualTo(words.get(0));
      page.signIn();
      int left = Integer.parseInt(page.text("#quota-left"));

      page.upload(video, "Friends " + language);
      page.awaitText(".card[data-status=uploading] .card-state", words.get(1));
      page.await("return document.querySelector('.leg-youtube .track').ariaValueNow > 20");
      assertThat(page.text(".leg-browser .leg-text")).contains("6");
      assertThat(page.text(".leg-youtube .leg-text")).contains("MB/s".substring(0, 2));
      page.awaitText("#history li[data-status=completed] small", words.get(3));
      assertThat(page.attribute("#history li .links a", "href")).contains("/watch?v=");
      page.await("return +document.getElementById('quota-left').textContent < " + left);

      page.upload(video, "Another " + language);
      page.await("return document.querySelector('.card[data-status=uploading]') !== null");
      page.click(".card .pause");
      page.await("return document.querySelector('.card[data-status=suspended]') !== null");
      page.click(".card .resume");
      page.await("return document.querySelector('.card[data-status=uploading]') !== null");
      page.click(".card .cancel");
      page.awaitText("#history li[data-status=cancelled] small", words.get(2));

      page.click("#language");
      assertThat(page.text("#language")).isNotEqualTo(words.get(4));
      assertThat(page.attribute("html", "lang")).isNotEqualTo(language);
      assertThat(page.errors()).isEmpty();
    }
  }

  @Test
  void theKeyboardIsEnough() throws IOException {
    try (Page page = Page.open(backend.url(), "en", 1000, 800, "light")) {
      page.signIn();
      assertThat(page.tabStops(12))
          .contains(
              "sign-out", "language", "kind", "file", "title", "description", "tags", "submit");
      assertThat(page.unlabelled()).isEmpty();
    }
  }

  /** For people to look at: {@code target/screenshots}. */
  @Test
  void everySizeAndColourIsPhotographed() throws IOException {
    Path video = Videos.of(directory, "friends.mp4", 40_000_000);
    Path pictures = Files.createDirectories(Path.of("target", "screenshots"));
    record Look(String name, String language, int width, int height, String colours) {}
    List<Look> looks =
        List.of(
            new Look("light", "en", 1280, 900, "light"),
            new Look("dark", "en", 1280, 900, "dark"),
            new Look("phone", "ko", 390, 844, "light"),
            new Look("phone-dark", "en", 390, 844, "dark"));
    for (Look look : looks) {
      try (Page page =
          Page.open(backend.url(), look.language(), look.width(), look.height(), look.colours())) {
        page.photograph(pictures.resolve(look.name() + "-welcome.png"));
        page.signIn();
        page.upload(video, "Friends, season " + (looks.indexOf(look) + 1));
        page.await("return document.querySelector('.leg-youtube .track').ariaValueNow > 12");
        page.photograph(pictures.resolve(look.name() + ".png"));
        assertThat(page.overflows()).as("scrolls sideways").isFalse();
        page.click(".card .cancel");
        page.await("return document.querySelector('.card') === null");
      }
    }
  }
}
