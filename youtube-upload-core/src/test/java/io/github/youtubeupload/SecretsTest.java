package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** No exception, {@code toString} or log line gives a token or a session URI away. */
class SecretsTest {
  @TempDir private Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void stayInsideWhateverFails(FaultScript script) throws IOException {
    Path video = TestVideos.make(folder, 600_000);
    GoogleLog log = new GoogleLog();
    try (Rig rig = new Rig().script(script)) {
      String refreshToken = rig.server.issueRefreshToken(rig.server.grant());
      try (UploadClient client =
          rig.client(
              b ->
                  b.chunkBytes(262_144)
                      .credentials(
                          YouTubeCredentials.refreshToken(
                              rig.server.clientId(),
                              rig.server.clientSecret(),
                              refreshToken,
                              URI.create(rig.server.tokenUri()))))) {
        Upload upload = client.submit(Rig.request(video).id("job").build());
        String all = outcome(upload) + upload + upload.progress() + client.list();

        assertThat(all).contains("job").doesNotContainPattern(SecretWatch.SECRET);
        assertThat(log.text()).doesNotContainPattern(SecretWatch.SECRET);
      }
    } finally {
      log.close();
    }
  }

  static Stream<FaultScript> failures() {
    FaultScript none = FaultScript.none();
    return Stream.of(
        none,
        none.always(Step.OPEN, Fault.status(400)),
        none.always(Step.OPEN, Fault.unauthorized()),
        none.always(Step.TOKEN, Fault.status(400)),
        none.always(Step.TOKEN, Fault.htmlBody(200)),
        none.always(Step.OPEN, Fault.dailyQuota429()),
        none.always(Step.OPEN, Fault.cutAfter(0)),
        none.always(Step.SEND, Fault.cutAfter(10)),
        none.always(Step.SEND, Fault.stall(10)),
        none.always(Step.SEND, Fault.htmlBody(200)),
        none.always(Step.SEND, Fault.status(403)),
        none.on(Step.SEND, 2, Fault.newLocation()),
        none.on(Step.SEND, 3, Fault.loseAnswer()).always(Step.ASK, Fault.sessionGone(404)),
        none.on(Step.SEND, 2, Fault.unauthorizedEndsSession())
            .always(Step.OPEN, Fault.status(500)));
  }

  @Test
  void areLookedForInEveryLogLineOfTheSuite() {
    long before = SecretWatch.linesRead();
    LoggerFactory.getLogger(SecretsTest.class).trace("a line");

    assertThat(SecretWatch.linesRead()).isGreaterThan(before);
    assertThat("Authorization: Bearer ya29.fake-abc").containsPattern(SecretWatch.SECRET);
    assertThat("PUT /upload?upload_id=xyz").containsPattern(SecretWatch.SECRET);
  }

  private static String outcome(Upload upload) {
    try {
      return upload.result().join().toString();
    } catch (CompletionException e) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      return trace.toString();
    }
  }

  /** What Google's HTTP client would log if a host turned everything on. */
  private static final class GoogleLog extends Handler {
    private final Logger logger = Logger.getLogger("com.google.api.client.http.HttpTransport");
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    GoogleLog() {
      setLevel(Level.ALL);
      logger.setUseParentHandlers(false);
      logger.setLevel(Level.ALL);
      logger.addHandler(this);
    }

    String text() {
      return String.join("\n", lines);
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(line.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
    }
  }
}
