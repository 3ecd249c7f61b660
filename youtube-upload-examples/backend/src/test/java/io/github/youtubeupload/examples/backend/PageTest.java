package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.youtubeupload.examples.backend.youtube.YouTubeServer;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
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
      page.signIn(language.equals("en") ? "cooking" : "travel");
      int left = Integer.parseInt(page.text("#quota-left"));

      String first = ".card[data-title='Friends " + language + "']";
      page.upload(video, "Friends " + language);
      page.awaitText(first + "[data-status=uploading] .card-state", words.get(1));
      page.await("return document.querySelector('.leg-youtube .track').ariaValueNow > 20");
      assertThat(page.text(first + " .leg-browser .leg-text")).contains("6");
      page.awaitText(first + "[data-status=completed] .card-state", words.get(3));
      assertThat(page.attribute(first + " .watch", "href")).contains("/watch?v=");
      assertThat(page.text(first + " .card-where")).contains("YouTube");
      page.await("return +document.getElementById('quota-left').textContent < " + left);
      page.click(first + " .dismiss");
      page.awaitText(
          "#history [data-title='Friends " + language + "'][data-status=completed] small",
          words.get(3));

      String second = ".card[data-title='Another " + language + "']";
      page.upload(video, "Another " + language);
      page.awaitThere(second + "[data-status=uploading]");
      page.click(second + " .pause");
      page.awaitThere(second + "[data-status=suspended]");
      page.click(second + " .resume");
      page.awaitThere(second + "[data-status=uploading]");
      page.click(second + " .cancel");
      page.awaitText(second + "[data-status=cancelled] .card-state", words.get(2));
      page.click(second + " .retry");
      page.awaitThere(second + "[data-status=completed]");

      page.click("#language");
      assertThat(page.text("#language")).isNotEqualTo(words.get(4));
      assertThat(page.attribute("html", "lang")).isNotEqualTo(language);
      assertThat(page.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void anUnknownOutcomeIsFoundOut(String language) throws IOException {
    FakeYouTube youtube = backend.bean(YouTubeServer.class).demo().orElseThrow();
    FaultScript none = FaultScript.none();
    Path video = Videos.of(directory, "lost-" + language + ".mp4", 1000);
    String row = "#history [data-title='Lost " + language + "']";
    try (Page page = Page.open(backend.url(), language, 1280, 900, "light")) {
      page.signIn("cooking");
      youtube.script(
          none.on(Step.SEND, Fault.loseAnswer()).always(Step.ASK, Fault.sessionGone(404)));
      page.upload(video, "Lost " + language);
      String card = ".card[data-title='Lost " + language + "'][data-status=unknown]";
      page.awaitThere(card);
      page.click(card + " .dismiss");
      page.awaitThere(row + "[data-status=unknown] .find-out");

      youtube.script(none.always(Step.LIST, Fault.status(503)));
      page.click(row + " .find-out");
      page.awaitText(row + " small", language.equals("en") ? "try again later" : "잠시 후");

      youtube.script(none);
      page.click(row + " .find-out");
      page.awaitThere(row + "[data-status=completed] .links a");
    } finally {
      youtube.script(none);
    }
  }

  @Test
  void aDoubleClickIsOneUploadAndTheNextVideoCanBeChosenMeanwhile() throws IOException {
    Path video = Videos.of(directory, "twice.mp4", 6_000_000);
    String card = ".card[data-title='Once']";
    try (Page page = Page.open(backend.url(), "en", 1280, 900, "light")) {
      page.signIn("travel");
      page.fill(video, "Once");
      page.doubleClick("#submit");
      page.awaitThere(card);
      page.fill(Videos.of(directory, "next.mp4", 1000), "The next");

      page.awaitThere(card + "[data-status=completed]");
      assertThat(page.value(".draft-title")).isEqualTo("The next");
      assertThat(page.text("#form-error")).isEmpty();
      assertThat(page.count(card)).isEqualTo(1);
      assertThat(page.count("#history [data-title='Once']")).isZero();
    }
  }

  @Test
  void aRefusedVideoIsStillInTheForm() throws IOException {
    try (Page page = Page.open(backend.url(), "ko", 1280, 900, "light")) {
      page.signIn("travel");
      page.fill(Videos.of(directory, "refused.mp4", 1000), "a < b");
      page.click("#submit");

      page.awaitText(".draft-error", "제목");
      assertThat(page.value(".draft-title")).isEqualTo("a < b");
      assertThat(page.text(".draft-file")).contains("refused.mp4");
      page.type(".draft-title", "fits");
      page.click("#submit");
      page.awaitThere(".card[data-title='fits'][data-status=completed]");
    }
  }

  @Test
  void theKeyboardIsEnough() throws IOException {
    try (Page page = Page.open(backend.url(), "en", 1000, 800, "light")) {
      page.signIn("cooking");
      assertThat(page.tabStops(14))
          .contains("sign-out", "language", "kind", "file", "description", "tags", "submit");
      assertThat(page.unlabelled()).isEmpty();
    }
  }

  /** For people to look at: {@code target/screenshots}. */
  @Test
  void everySizeAndColourIsPhotographed() throws IOException {
    Path video = Videos.of(directory, "friends.mp4", 40_000_000);
    Path small = Videos.of(directory, "pilot.mp4", 500_000);
    Path pictures = Files.createDirectories(Path.of("target", "screenshots"));
    record Look(String name, String language, int width, int height, String colours) {}
    List<Look> looks =
        List.of(
            new Look("light", "en", 1280, 1000, "light"),
            new Look("dark", "en", 1280, 1000, "dark"),
            new Look("phone", "ko", 390, 844, "light"),
            new Look("phone-dark", "en", 390, 844, "dark"));
    for (Look look : looks) {
      try (Page page =
          Page.open(backend.url(), look.language(), look.width(), look.height(), look.colours())) {
        page.photograph(pictures.resolve(look.name() + "-welcome.png"));
        page.signIn("cooking");
        String pilot = "The pilot, take " + (looks.indexOf(look) + 1);
        page.upload(small, pilot);
        page.awaitThere(".card[data-title='" + pilot + "'][data-status=completed]");
        page.upload(video, "Friends, season 1");
        page.choose(small);
        String moving = ".card[data-title='Friends, season 1']";
        page.awaitThere(moving + "[data-status=uploading]");
        page.await(
            "return document.querySelector(\""
                + moving
                + " .leg-youtube .track\").ariaValueNow > 12");
        page.photograph(pictures.resolve(look.name() + ".png"));
        assertThat(page.overflows()).as("scrolls sideways").isFalse();
        page.click(moving + " .cancel");
        page.awaitThere(moving + "[data-status=cancelled]");
      }
    }
  }
}
