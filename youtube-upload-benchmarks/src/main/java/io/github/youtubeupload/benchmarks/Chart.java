package io.github.youtubeupload.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Bars, as an SVG that is as readable on dark pages as on light ones. */
final class Chart {
  private static final int WIDTH = 720;
  private static final int LABEL = 290;
  private static final int BAR = 360;
  private static final int LINE = 24;

  private final List<String> parts = new ArrayList<>();
  private int y = 8;

  /** Adds a group of bars. */
  Chart bars(String title, Map<String, Double> values, int digits) {
    double most = values.values().stream().mapToDouble(Double::doubleValue).max().orElse(1);
    text(8, title, "bold");
    values.forEach(
        (label, value) -> {
          text(8, label, "normal");
          double width = Math.max(1, BAR * value / most);
          boolean ours = label.startsWith("youtube-upload");
          parts.add(
              String.format(
                  Locale.ROOT,
                  "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"%s\"/>",
                  LABEL,
                  y - LINE + 5,
                  width,
                  ours ? "#c4302b" : "#8a8f98"));
          y -= LINE;
          text(LABEL + (int) width + 6, Table.number(value, digits), "normal");
        });
    y += LINE / 2;
    return this;
  }

  private void text(int x, String words, String weight) {
    y += LINE;
    parts.add(
        "<text x=\"%d\" y=\"%d\" font-weight=\"%s\">%s</text>"
            .formatted(x, y - 7, weight, words.replace("&", "&amp;").replace("<", "&lt;")));
  }

  @Override
  public String toString() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="13">
        <rect width="100%%" height="100%%" fill="#ffffff"/>
        %s
        </svg>
        """
        .formatted(WIDTH, y, String.join("\n", parts));
  }
}
