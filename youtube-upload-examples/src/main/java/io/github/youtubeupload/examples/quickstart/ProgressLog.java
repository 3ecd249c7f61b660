package io.github.youtubeupload.examples.quickstart;

import io.github.youtubeupload.UploadProgress;
import io.github.youtubeupload.UploadState;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Plain lines for a log: one whenever the state changes or another tenth is done. */
final class ProgressLog implements ProgressDisplay {
  private static final int STEP_PERCENT = 10;

  private final PrintStream out;
  private @Nullable UploadState state;
  private int step = -1;

  ProgressLog(PrintStream out) {
    this.out = out;
  }

  @Override
  public void show(UploadProgress progress) {
    int reached = (int) progress.percent().orElse(0) / STEP_PERCENT;
    if (progress.state() != state || reached > step) {
      out.println(ProgressText.plain(progress));
      state = progress.state();
      step = reached;
    }
  }

  @Override
  public void close() {}
}
