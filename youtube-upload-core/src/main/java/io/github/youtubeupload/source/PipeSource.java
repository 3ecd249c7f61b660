package io.github.youtubeupload.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A stream that can be read once, alone or as the output of a process. */
final class PipeSource implements VideoSource {
  private static final long EXIT_SECONDS = 60;

  private final String name;
  private final InputStream in;
  private final @Nullable Process process;
  private final AtomicBoolean taken = new AtomicBoolean();

  PipeSource(String name, InputStream in, @Nullable Process process) {
    this.name = name;
    this.in = in;
    this.process = process;
  }

  @Override
  public PreparedSource prepare(SourceContext context) throws IOException {
    boolean ours = taken.compareAndSet(false, true); // else another upload may still read it
    if (context.earlier().isPresent()) {
      if (ours) {
        endUnread();
      }
      throw new SourceChangedException(
          name + " is a pipe, and the one this upload began with ended with its process");
    }
    if (!ours) {
      throw new IOException(name + " is a pipe, which can be read only once");
    }
    return PreparedPipe.look(name, this);
  }

  InputStream stream() {
    return in;
  }

  /** Called at the end of the stream: was it the end of the video, or of the producer? */
  void requireGoodEnd() throws IOException {
    if (process == null) {
      return;
    }
    try {
      if (!process.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException(name + ": the producer closed its output, but does not exit");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(name + ": interrupted while the producer exits", e);
    }
    if (process.exitValue() != 0) {
      throw new IOException(name + ": the producer ended with exit code " + process.exitValue());
    }
  }

  /** A producer that nobody listens to would block for ever. */
  void end() {
    if (process != null) {
      process.destroy();
    }
  }

  private void endUnread() {
    end();
    try {
      in.close();
    } catch (IOException e) {
      // nothing was read from it, so nothing is lost
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
