package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.youtubeupload.examples.backend.youtube.YouTubeServer;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser's side: what breaks, what is many, what cannot be, and who cannot see. */
@Execution(ExecutionMode.SAME_THREAD) // They share a channel, as people do not.
class PagePostsTest {
  @TempDir static Path directory;
  private static Backend backend;

  @BeforeAll
  static void start() {
    assumeTrue(
        Page.chromium().isPresent(), "skipped: no chromium and chromedriver on this machine");
    backend = Backend.demo(directory.resolve("state"), "DEMO_BYTES_PER_SECOND=8000000");
  }

  @AfterAll
  static void stop() {
    if (backend != null) {
      backend.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void aPostGoesOnAfterAReloadFromTheByteThatHasArrived(String language) throws IOException {
    Path video = Videos.of(directory, "broken-" + language + ".mp4", 3_000_000);
    Path other = Videos.of(directory, "other.mp4", 2000);
    String card = ".card[data-title='Broken " + language + "']";
    try (Page page = signedIn(language)) {
      page.throttle(200_000);
      page.upload(video, "Broken " + language);
      page.awaitThere(card + "[data-status=post_sending]");
      page.await(
          "return document.querySelector(\"" + card + " .leg-browser .track\").ariaValueNow > 20");
      assertThat(page.run("return !dispatchEvent(new Event('beforeunload', {cancelable: true}))"))
          .as("asks before it leaves")
          .isEqualTo(true);

      page.reload();
      page.throttle(0);
      page.awaitThere(card + "[data-status=post_part]");
      page.awaitText(card + " .card-error", language.equals("en") ? "Choose" : "다시 선택");
      page.pickAgain(card, other);
      page.awaitText(card + " .card-error", language.equals("en") ? "another file" : "다른 파일");
      page.pickAgain(card, video);

      page.awaitThere(card + "[data-status=completed]");
      assertThat(youtube().videos())
          .filteredOn(one -> one.title().equals("Broken " + language))
          .singleElement()
          .satisfies(one -> assertThat(one.sha256()).isEqualTo(Videos.sha256(video)));
      assertThat(page.run("return !dispatchEvent(new Event('beforeunload', {cancelable: true}))"))
          .isEqualTo(false);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void severalFilesHaveAnOrderFieldsOfTheirOwnAndOneProgress(String language) throws IOException {
    try (Page page = signedIn(language)) {
      page.choose(
          Videos.of(directory, language + "-one.mp4", 400_000),
          Videos.of(directory, language + "-two.mp4", 500_000),
          Videos.of(directory, language + "-bad.mp4", 1000));
      assertThat(page.text("#submit")).contains("3");
      page.click(".draft:first-child .down");
      assertThat(page.value(".draft:first-child .draft-title")).isEqualTo(language + "-two");
      page.click(".draft:first-child summary");
      page.run("document.querySelector('.draft .own-privacy').value = 'unlisted'");
      page.type(".draft:last-child .draft-title", "a < b");
      page.type("#tags", "shared");
      page.click("#more summary");
      page.run("document.getElementById('made-for-kids').value = 'false'");
      page.click("#submit");

      String two = ".card[data-title='" + language + "-two'][data-status=completed]";
      page.awaitThere(two);
      page.awaitThere(".card[data-title='" + language + "-one'][data-status=completed]");
      page.awaitText(".draft-error", language.equals("en") ? "title" : "제목");
      page.awaitText("#overall-text", "100");
      assertThat(page.count(".draft")).isEqualTo(1);
      assertThat(youtube().videos())
          .filteredOn(video -> video.title().startsWith(language + "-"))
          .allSatisfy(video -> assertThat(video.tags()).containsExactly("shared"))
          .extracting(video -> video.title() + " " + video.privacyStatus())
          .containsExactly(language + "-two unlisted", language + "-one private");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void axeFindsNothing(String language) throws IOException {
    try (Page page = Page.open(backend.url(), language, 1280, 900, "light")) {
      assertThat(page.accessibilityProblems()).isEmpty();
      page.signIn("cooking");
      page.upload(Videos.of(directory, "axe-" + language + ".mp4", 1000), "Axe " + language);
      page.awaitThere(".card[data-title='Axe " + language + "'][data-status=completed]");
      page.choose(
          Videos.of(directory, "draft-1.mp4", 1000), Videos.of(directory, "draft-2.mp4", 1000));
      page.click("#more summary");
      page.click(".draft:first-child summary");
      assertThat(page.accessibilityProblems()).isEmpty();
    }
    try (Page dark = Page.open(backend.url(), language, 390, 844, "dark")) {
      dark.signIn("cooking");
      assertThat(dark.accessibilityProblems()).isEmpty();
      assertThat(dark.overflows()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void aRefusalOfYouTubeIsSaidInTheReadersLanguage(String language) throws IOException {
    String card = ".card[data-title='Refused " + language + "'][data-status=failed]";
    youtube()
        .script(
            FaultScript.none()
                .always(
                    Step.OPEN, Fault.refusal(400, "youtube.video", "invalidTitle", "Bad title")));
    try (Page page = signedIn(language)) {
      page.upload(
          Videos.of(directory, "refused-" + language + ".mp4", 1000), "Refused " + language);
      page.awaitText(card + " .card-error", language.equals("en") ? "YouTube refused" : "거부했습니다");
      youtube().script(FaultScript.none());
      page.click(card + " .retry");
      page.awaitThere(".card[data-title='Refused " + language + "'][data-status=completed]");
    } finally {
      youtube().script(FaultScript.none());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void aDeadServiceIsToldOnEveryCardAndNothingCanBeSentWithoutQuota(String language)
      throws IOException {
    Path state = directory.resolve("small-" + language);
    Page page;
    try (Backend small = Backend.demo(state, "YOUTUBE_QUOTA_LIMIT=1")) {
      page = Page.open(small.url(), language, 1000, 800, "light");
      page.signIn("cooking");
      page.upload(Videos.of(directory, "last.mp4", 1000), "Last");
      page.awaitThere(".card[data-title='Last'][data-status=completed]");
      page.await("return document.getElementById('submit').disabled");
      assertThat(page.text("#no-quota")).contains(language.equals("en") ? "used up" : "모두 사용");
      page.run("dispatchEvent(new Event('noop'))");
    }
    try (page) {
      page.run("document.getElementById('language').click()");
      page.awaitThere(".card[data-stale=true]");
      page.awaitText(".card .card-error", language.equals("en") ? "연결되지" : "No contact");
      page.awaitThere("#notice:not([hidden])");
    }
  }

  @Test
  void anotherWindowLearnsAtOnceAndADropBesideTheBoxStays() throws IOException {
    try (Page page = signedIn("en")) {
      String first = page.openAnother();
      String second = page.switchTo(first);
      page.run(
          """
          const files = new DataTransfer();
          files.items.add(new File([new Uint8Array(5000)], 'dropped.mp4'));
          const drop = new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: files});
          window.stayed = !document.getElementById('history').dispatchEvent(drop);
          """);
      assertThat(page.run("return window.stayed")).isEqualTo(true);
      assertThat(page.value(".draft-title")).isEqualTo("dropped");
      page.click("#submit");
      page.awaitThere(".card[data-title='dropped']");

      page.switchTo(second);
      page.awaitThere(
          ".card[data-title='dropped'], #history [data-title='dropped'][data-status=completed]");
    }
  }

  private static Page signedIn(String language) throws IOException {
    Page page = Page.open(backend.url(), language, 1280, 900, "light");
    page.signIn("cooking");
    return page;
  }

  private static FakeYouTube youtube() {
    return backend.bean(YouTubeServer.class).demo().orElseThrow();
  }
}
