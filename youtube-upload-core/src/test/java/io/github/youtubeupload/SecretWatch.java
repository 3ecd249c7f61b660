package io.github.youtubeupload;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Reads every log line of the whole test run, stack traces included, and fails the run at its end
 * if one held a token or a session URI.
 */
public final class SecretWatch extends AppenderBase<ILoggingEvent>
    implements LauncherSessionListener {
  /** What FakeYouTube's tokens and session URIs look like, and an Authorization header. */
  static final Pattern SECRET =
      Pattern.compile("ya29\\.fake|1//fake|upload_id=[A-Za-z0-9]|Bearer [A-Za-z0-9]|test-secret");

  /** One for the whole JVM: logback makes the appender, JUnit the listener. */
  private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

  private static final AtomicLong LINES = new AtomicLong();

  private final ThrowableProxyConverter traces = new ThrowableProxyConverter();

  static long linesRead() {
    return LINES.get();
  }

  @Override
  public void start() {
    traces.start();
    super.start();
  }

  @Override
  protected void append(ILoggingEvent event) {
    LINES.incrementAndGet();
    String line = event.getFormattedMessage() + "\n" + traces.convert(event);
    if (SECRET.matcher(line).find()) {
      LEAKS.add(event.getLoggerName() + ": " + line);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (!LEAKS.isEmpty()) {
      throw new AssertionError(LEAKS.size() + " log lines hold a secret, first: " + LEAKS.peek());
    }
  }
}
