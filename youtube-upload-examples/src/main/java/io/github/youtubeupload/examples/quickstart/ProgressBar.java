package io.github.youtubeupload.examples.quickstart;

import io.github.youtubeupload.UploadProgress;
import java.io.PrintStream;

/** One line of a terminal, drawn again and again. */
final class ProgressBar implements ProgressDisplay {
  private static final String TO_LINE_START = "\r";
  private static final String CLEAR_REST_OF_LINE = "\u001b[K";

  private final PrintStream out;
  private String shown = "";

  ProgressBar(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(UploadProgress progress) {
    String line = ProgressText.withBar(progress);
    if (!line.equals(shown)) {
      out.print(TO_LINE_START + line + CLEAR_REST_OF_LINE);
      out.flush();
      shown = line;
    }
  }

  @Override
  public void close() {
    if (!shown.isEmpty()) {
      out.println();
    }
  }
}
