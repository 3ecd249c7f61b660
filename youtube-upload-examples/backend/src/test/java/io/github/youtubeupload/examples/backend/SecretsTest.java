package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.youtubeupload.SecretWatch;
import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.QuotaRules;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * No log line and no answer gives a token, a code, a verifier or a session URI away. What looks
 * like one is found by {@link SecretWatch} at the end of the run, in whichever test it showed.
 */
class SecretsTest {
  private static final String CHANNEL = "UConeoneoneoneoneoneonee";
  private static final Set<String> RESTING = Set.of("completed", "failed", "unknown", "suspended");

  @TempDir Path directory;
  private FakeYouTube youtube;
  private Backend backend;

  @BeforeEach
  void start() {
    youtube = FakeYouTube.builder().project("p", QuotaRules.unlimited()).channel(CHANNEL).start();
    backend = Backend.with(youtube, directory.resolve("state"), "ALLOWED_SOURCE_HOSTS=127.0.0.1");
  }

  @AfterEach
  void stop() {
    backend.close();
    youtube.close();
  }

  @Test
  void areLookedForInLogLinesAndAnswers() {
    long before = SecretWatch.linesRead();
    LoggerFactory.getLogger(SecretsTest.class).trace("a line");
    java.util.logging.Logger.getLogger("org.apache.catalina").warning("a line");
    backend.api("").get("/api/youtube/me");

    assertThat(SecretWatch.linesRead()).isGreaterThanOrEqualTo(before + 3);
    assertThat("?code=4%2Ffake-abc").containsPattern(SecretWatch.SECRET);
  }

  @Test
  void ofASignInStayInside() {
    Browser browser = new Browser(backend);
    try (Lines lines = new Lines()) {
      browser.signIn("deny", CHANNEL, List.of(Grant.UPLOAD));
      String back = browser.decide("allow", CHANNEL, List.of(Grant.UPLOAD, Grant.READONLY));
      String consent = browser.cookie("consent");
      String code = parameter(back, "code");
      String state = parameter(back, "state");
      browser.open(back);
      browser.json("api/youtube/me");

      assertThat(lines.text())
          .contains("has consented")
          .doesNotContain(code, state, consent, browser.cookie("session"));
    }
  }

  @Test
  void ofUploadsStayInsideWhateverFails() throws IOException {
    new Browser(backend).signIn(CHANNEL);
    Api api = backend.api(youtube.issueAccessToken(youtube.grant().channel(CHANNEL)));
    FaultScript none = FaultScript.none();
    List<FaultScript> scripts =
        List.of(
            none,
            none.on(Step.OPEN, 1, Fault.status(400)),
            none.on(Step.OPEN, 1, Fault.unauthorized()),
            none.on(Step.SEND, 1, Fault.status(403)),
            none.on(Step.SEND, 1, Fault.loseAnswer()).always(Step.ASK, Fault.sessionGone(404)),
            none.on(Step.OPEN, 1, Fault.dailyQuota429())); // the last: no quota is left
    for (FaultScript script : scripts) {
      youtube.script(script);
      rest(api, api.upload(Videos.of(directory, "friends.mp4", 1000)));
    }

    assertThat(api.get("/api/youtube/uploads").json().size()).isEqualTo(scripts.size());
  }

  /** An address may be signed: what is in its query is a secret, too. */
  @Test
  void ofAnAddressStayInside() {
    Api api = backend.api(youtube.accessToken());
    String query = "?signature=ya29.fake-signature";

    rest(api, api.postJson(url(youtube.rootUrl() + "media/none" + query)).text("upload_id"));
    assertThat(api.postJson(url("ftp://10.0.0.1/" + query)).code()).isEqualTo("refused_url");
  }

  private static void rest(Api api, String id) {
    api.await(id, view -> RESTING.contains(view.path("status").asString()));
  }

  private static String parameter(String url, String name) {
    return url.replaceFirst(".*[?&]" + name + "=([^&]*).*", "$1");
  }

  private static String url(String address) {
    return "{\"videoUrl\":\"%s\",\"metadata\":{\"title\":\"t\"}}".formatted(address);
  }

  /** All log lines of the JVM while it is open. */
  private static final class Lines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    Lines() {
      setContext(root.getLoggerContext());
      start();
      root.addAppender(this);
    }

    String text() {
      return String.join("\n", lines);
    }

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getFormattedMessage());
    }

    @Override
    public void close() {
      root.detachAppender(this);
    }
  }
}
