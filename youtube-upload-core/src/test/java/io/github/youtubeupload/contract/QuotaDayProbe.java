package io.github.youtubeupload.contract;

import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.quota.QuotaUsage;
import java.time.Instant;

/**
 * Prints which day it is and when it ends at each of some moments, in a JVM with a zone of its own.
 */
public final class QuotaDayProbe {
  private QuotaDayProbe() {}

  /** Takes the opener's class, the location and the moments. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    StoreOpener opener =
        Class.forName(arguments[0]).asSubclass(StoreOpener.class).getConstructor().newInstance();
    for (int i = 2; i < arguments.length; i++) {
      QuotaStore store = opener.open(arguments[1], Instant.parse(arguments[i]));
      QuotaUsage usage = store.usage("p", "b");
      System.out.println(usage.day() + " " + usage.resetsAt());
    }
  }
}
