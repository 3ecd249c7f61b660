package io.github.youtubeupload.examples.quickstart;

import io.github.youtubeupload.UploadProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;

/** A moment of an upload in words, in fewer than 80 columns. */
final class ProgressText {
  private static final int BAR_WIDTH = 14;
  private static final String UNITS = " kMGT";

  private ProgressText() {}

  static String withBar(UploadProgress progress) {
    return "%-9s %s %s".formatted(state(progress), bar(progress.percent()), figures(progress));
  }

  static String plain(UploadProgress progress) {
    return "%-9s %s".formatted(state(progress), figures(progress));
  }

  private static String state(UploadProgress progress) {
    return switch (progress.state()) {
      case QUEUED -> "Waiting";
      case STARTING -> "Starting";
      case DOWNLOADING -> "Fetching";
      case UPLOADING -> "Uploading";
      case FINALIZING -> "Finishing";
      case COMPLETED -> "Done";
      case FAILED -> "Failed";
      case CANCELLED -> "Cancelled";
      case SUSPENDED -> "Suspended";
      case UNKNOWN -> "Unclear";
    };
  }

  private static String bar(OptionalDouble percent) {
    int full = (int) (percent.orElse(0) * BAR_WIDTH / 100);
    return "[" + "=".repeat(full) + " ".repeat(BAR_WIDTH - full) + "]";
  }

  /** Percent is cut and not rounded: 100 % is said of a finished upload only. */
  private static String figures(UploadProgress progress) {
    StringBuilder text = new StringBuilder();
    progress
        .percent()
        .ifPresent(percent -> text.append(String.format(Locale.ROOT, "%3d %%  ", (int) percent)));
    text.append(amount(progress));
    switch (progress.state()) {
      case DOWNLOADING, UPLOADING -> text.append(pace(progress));
      case FINALIZING -> text.append("  all sent, answer due");
      default -> {}
    }
    return text.append(attempt(progress)).toString();
  }

  private static String amount(UploadProgress progress) {
    long done = Math.max(progress.bytesSent(), progress.bytesDownloaded());
    if (progress.total().isEmpty()) {
      return bytes(done);
    }
    int unit = unit(progress.total().getAsLong());
    return number(done, unit) + " of " + bytes(progress.total().getAsLong());
  }

  /** After a failure the speed says nothing. */
  private static String pace(UploadProgress progress) {
    if (progress.attempt() > 1) {
      return "";
    }
    String speed =
        progress.bytesPerSecond() < 1 ? "" : "  " + bytes((long) progress.bytesPerSecond()) + "/s";
    return speed + progress.timeLeft().map(left -> "  " + time(left) + " left").orElse("");
  }

  private static String attempt(UploadProgress progress) {
    return progress.attempt() > 1 ? "  try " + progress.attempt() : "";
  }

  /** Decimal units, as disks and networks count. */
  static String bytes(long count) {
    int unit = unit(count);
    return number(count, unit) + " " + UNITS.substring(unit, unit + 1).strip() + "B";
  }

  private static int unit(long count) {
    int unit = 0;
    for (double value = count; value >= 999.95 && unit < UNITS.length() - 1; value /= 1000) {
      unit++;
    }
    return unit;
  }

  private static String number(long count, int unit) {
    return unit == 0
        ? Long.toString(count)
        : String.format(Locale.ROOT, "%.1f", count / Math.pow(1000, unit));
  }

  static String time(Duration duration) {
    long seconds = Math.max(1, Math.round(duration.toMillis() / 1000.0));
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d min", seconds / 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d h", seconds / 3600, seconds / 60 % 60);
  }
}
