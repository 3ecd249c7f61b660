package io.github.youtubeupload;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Reads every log line of the whole test run, stack traces included, and fails the run at its end
 * if one held a token or a session URI. In core's test-jar, so that it watches other modules too.
 */
public final class SecretWatch extends AppenderBase<ILoggingEvent>
    implements LauncherSessionListener {
  /** What FakeYouTube's tokens, codes and session URIs look like, and an Authorization header. */
  public static final Pattern SECRET =
      Pattern.compile(
          "ya29\\.fake|1//fake|4(/|%2F)fake|upload_id=[A-Za-z0-9]|Bearer (?!TOKEN)[A-Za-z0-9]"
              + "|test-secret|code_verifier=");

  /** One for the whole JVM: logback makes the appender, JUnit the listener. */
  private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();

  private static final AtomicLong LINES = new AtomicLong();

  private final ThrowableProxyConverter traces = new ThrowableProxyConverter();

  /** Takes a text that others can read; a secret in it fails the run. */
  public static void read(String where, String text) {
    LINES.incrementAndGet();
    if (SECRET.matcher(text).find()) {
      LEAKS.add(where + ": " + text);
    }
  }

  /** How many texts were read so far. */
  public static long linesRead() {
    return LINES.get();
  }

  @Override
  public void start() {
    traces.start();
    super.start();
  }

  @Override
  protected void append(ILoggingEvent event) {
    read(event.getLoggerName(), event.getFormattedMessage() + "\n" + traces.convert(event));
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    Logger.getLogger("").addHandler(new JdkLog());
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (!LEAKS.isEmpty()) {
      throw new AssertionError(LEAKS.size() + " texts hold a secret, first: " + LEAKS.peek());
    }
  }

  /** What libraries log past SLF4J, at the levels that the JDK lets through by itself. */
  private static final class JdkLog extends Handler {
    @Override
    public void publish(LogRecord line) {
      StringWriter text = new StringWriter().append(line.getMessage()).append('\n');
      for (Object parameter : line.getParameters() == null ? new Object[0] : line.getParameters()) {
        text.append(String.valueOf(parameter)).append('\n');
      }
      if (line.getThrown() != null) {
        line.getThrown().printStackTrace(new PrintWriter(text));
      }
      read(line.getLoggerName(), text.toString());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
