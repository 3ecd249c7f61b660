package io.github.youtubeupload.internal.concurrent;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that do not keep a process alive: virtual ones from Java 24 on, platform ones before.
 * Until 24, a virtual thread that blocks inside synchronized code blocks its carrier too (JEP 491),
 * and two stalled uploads could hold up all others on a machine with two cores.
 */
public final class DaemonThreads {
  private static final int FIRST_WITHOUT_PINNING = 24;

  private DaemonThreads() {}

  public static ThreadFactory named(String prefix) {
    return Runtime.version().feature() < FIRST_WITHOUT_PINNING ? platform(prefix) : virtual(prefix);
  }

  private static ThreadFactory platform(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** {@code Thread.ofVirtual().name(prefix, 1).factory()}, which Java 17 cannot compile. */
  private static ThreadFactory virtual(String prefix) {
    try {
      Object named =
          builderMethod("name", String.class, long.class)
              .invoke(Thread.class.getMethod("ofVirtual").invoke(null), prefix, 1L);
      return (ThreadFactory) builderMethod("factory").invoke(named);
    } catch (ReflectiveOperationException e) {
      return platform(prefix);
    }
  }

  private static Method builderMethod(String name, Class<?>... parameters)
      throws ReflectiveOperationException {
    return Class.forName("java.lang.Thread$Builder").getMethod(name, parameters);
  }
}
