package io.github.youtubeupload.internal.protocol;

import com.google.api.client.http.HttpContent;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that remembers whether it was asked for, which is when a connection stands, and what it
 * threw by itself: that is no failure of the exchange, whatever a transport makes of it.
 */
final class WatchedContent implements HttpContent {
  private final HttpContent content;
  private boolean started;
  private @Nullable Throwable fault;

  WatchedContent(HttpContent content) {
    this.content = content;
  }

  boolean started() {
    return started;
  }

  /** What the body threw, and not the connection it was written to. */
  @Nullable Throwable fault() {
    return fault;
  }

  @Override
  public long getLength() throws IOException {
    return content.getLength();
  }

  @Override
  public @Nullable String getType() {
    return content.getType();
  }

  @Override
  public boolean retrySupported() {
    return false;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    started = true;
    WatchedOutput watched = new WatchedOutput(out);
    try {
      content.writeTo(watched);
    } catch (IOException | RuntimeException | Error e) {
      if (e != watched.failure) {
        fault = e;
      }
      throw e;
    }
  }

  /** Remembers what the connection threw. */
  private static final class WatchedOutput extends FilterOutputStream {
    private @Nullable Throwable failure;

    WatchedOutput(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException | RuntimeException | Error e) {
        failure = e;
        throw e;
      }
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }
  }
}
