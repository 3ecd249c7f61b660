package io.github.youtubeupload.benchmarks;

import java.util.List;
import java.util.Locale;

/** A table in Markdown: words in the first column, numbers in the others. */
final class Table {
  private final StringBuilder text = new StringBuilder();

  Table(String... head) {
    row(List.of(head));
    text.append("|---").append("|---:".repeat(head.length - 1)).append("|\n");
  }

  Table row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    return this;
  }

  static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
