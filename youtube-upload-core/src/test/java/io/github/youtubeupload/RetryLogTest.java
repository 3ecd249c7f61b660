package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Operators see each retry, and in the end that it was hard. */
class RetryLogTest {
  @TempDir private Path folder;

  @Test
  void aLineForEachRetryAndOneInTheEnd() throws Exception {
    FaultScript script = FaultScript.none().on(Step.OPEN, Fault.status(503));
    for (int ask = 1; ask <= 7; ask++) {
      script = script.on(Step.ASK, ask, Fault.htmlBody(502));
    }
    Queue<ILoggingEvent> lines = new ConcurrentLinkedQueue<>();
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            if (event.getFormattedMessage().contains("retry-log-job")) {
              lines.add(event);
            }
          }
        };
    Logger logger = (Logger) LoggerFactory.getLogger(RetryBudget.class);
    appender.start();
    logger.addAppender(appender);
    try (Rig rig = new Rig().script(script.on(Step.SEND, Fault.loseAnswer()));
        UploadClient client = rig.client()) {
      client.upload(Rig.request(TestVideos.make(folder, 100_000)).id("retry-log-job").build());
    } finally {
      logger.detachAppender(appender);
    }

    List<String> retries =
        lines.stream()
            .filter(line -> line.getLevel() == Level.INFO)
            .map(ILoggingEvent::getFormattedMessage)
            .toList();
    assertThat(retries).hasSize(9);
    assertThat(retries.get(0)).contains("503", "at byte 0", "attempt 2 of 12", " in PT0.00");
    assertThat(retries.get(8)).contains("502");
    assertThat(lines)
        .filteredOn(line -> line.getLevel() == Level.WARN)
        .singleElement()
        .satisfies(
            line -> assertThat(line.getFormattedMessage()).contains("9 retries", "2 sessions"));
  }
}
