package io.github.youtubeupload.internal.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads a pipe on a thread of its own, up to 4 MiB ahead: the producer goes on while a chunk is on
 * its way, and {@link #close} ends a read at once, which closing a pipe does not. The thread itself
 * ends with the producer's next byte, or with its end.
 */
public final class ReadAheadStream extends BlockInputStream {
  private static final int BLOCK_BYTES = 64 * 1024;
  private static final int BLOCKS = 64;

  private final InputStream in;
  private final Thread thread;
  private final BlockingQueue<Block> blocks = new LinkedBlockingQueue<>(BLOCKS);
  private volatile boolean closed;
  private Block current = new Block(ByteBuffer.allocate(0), null, false);

  /** Bytes, or the end, or why there is none. */
  private record Block(ByteBuffer bytes, @Nullable IOException failure, boolean end) {}

  public ReadAheadStream(InputStream in, String name) {
    this.in = in;
    this.thread = new Thread(this::pump, "youtube-upload-pipe-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void pump() {
    byte[] buffer = new byte[BLOCK_BYTES];
    try (in) {
      while (!closed) {
        int n = in.read(buffer);
        blocks.put(new Block(ByteBuffer.wrap(Arrays.copyOf(buffer, Math.max(0, n))), null, n < 0));
        if (n < 0) {
          return;
        }
      }
    } catch (IOException e) {
      fail(e);
    } catch (InterruptedException e) {
      // closed: nobody reads any more
    } catch (Throwable e) {
      fail(new IOException(e.toString(), e)); // else the reader would wait for ever
    }
  }

  private void fail(IOException e) {
    try {
      blocks.put(new Block(ByteBuffer.allocate(0), e, true));
    } catch (InterruptedException closedMeanwhile) {
      // nobody reads any more
    }
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    while (!current.bytes().hasRemaining()) {
      if (current.failure() != null) {
        throw new IOException(
            "the pipe broke: " + current.failure().getMessage(), current.failure());
      }
      if (current.end()) {
        return -1;
      }
      current = next();
    }
    int n = Math.min(length, current.bytes().remaining());
    current.bytes().get(bytes, from, n);
    return n;
  }

  private Block next() throws IOException {
    try {
      Block block = blocks.take();
      if (closed) {
        throw new InterruptedIOException("the source was closed");
      }
      return block;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the pipe");
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    blocks.clear();
    blocks.offer(new Block(ByteBuffer.allocate(0), null, true));
  }
}
