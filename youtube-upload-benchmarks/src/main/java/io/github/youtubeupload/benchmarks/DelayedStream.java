package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** One direction of a {@link DelayLine}: blocks on their way, each with the time it is due. */
final class DelayedStream {
  private static final int BLOCK_BYTES = 64 * 1024;
  private static final int BLOCKS = 1024;

  private final Socket from;
  private final Socket to;
  private final long delayNanos;
  private final long openNanos;
  private final double nanosPerByte;
  private final BlockingQueue<Block> onTheWay = new ArrayBlockingQueue<>(BLOCKS);
  private final BlockingQueue<Block> spare = new ArrayBlockingQueue<>(BLOCKS);

  private DelayedStream(
      Socket from, Socket to, long delayNanos, long openNanos, double nanosPerByte) {
    this.from = from;
    this.to = to;
    this.delayNanos = delayNanos;
    this.openNanos = openNanos;
    this.nanosPerByte = nanosPerByte;
  }

  private static final class Block {
    final byte[] bytes = new byte[BLOCK_BYTES];
    int length;
    long due;
  }

  /** Lets nothing through before the connection would have stood. */
  static void between(
      Socket from, Socket to, Duration delay, Duration toConnect, long bytesPerSecond) {
    DelayedStream stream =
        new DelayedStream(
            from,
            to,
            delay.toNanos(),
            System.nanoTime() + toConnect.toNanos(),
            1e9 / bytesPerSecond);
    DelayLine.start(stream::take);
    DelayLine.start(stream::give);
  }

  private void take() {
    try {
      Block block;
      do {
        block = spare.poll();
        block = block == null ? new Block() : block;
        block.length = read(block.bytes);
        block.due = Math.max(System.nanoTime(), openNanos) + delayNanos;
        onTheWay.put(block);
      } while (block.length >= 0);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A connection that breaks ends in this direction. */
  private int read(byte[] bytes) {
    try {
      return from.getInputStream().read(bytes);
    } catch (IOException e) {
      return -1;
    }
  }

  private void give() {
    try {
      long free = Long.MIN_VALUE;
      for (Block block = onTheWay.take(); block.length >= 0; block = onTheWay.take()) {
        free = Math.max(free, block.due) + (long) (block.length * nanosPerByte);
        awaitTime(free);
        to.getOutputStream().write(block.bytes, 0, block.length);
        spare.offer(block);
      }
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitTime(long due) {
    long left = due - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = due - System.nanoTime();
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone, which is what was wanted
    }
  }
}
