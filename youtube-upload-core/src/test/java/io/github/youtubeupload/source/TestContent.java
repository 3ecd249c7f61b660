package io.github.youtubeupload.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Serves bytes as a good origin does, until told otherwise; cuts by script. */
public final class TestContent implements TestOrigin.Handler {
  public static final String OLD = "Last-Modified: Mon, 01 Jun 2026 10:00:00 GMT";
  public static final String NOW = "Date: Sun, 22 Nov 2026 10:00:00 GMT";

  public volatile byte[] bytes;
  public volatile String tag = "ETag: \"v1\"";
  public volatile String modified = OLD;
  public volatile boolean ranges = true;
  public volatile boolean chunked;
  public volatile boolean resets;
  public final Queue<Long> cuts = new ConcurrentLinkedQueue<>();
  public final AtomicLong served = new AtomicLong();

  public TestContent(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Random bytes behind the beginning of an MP4. */
  public static byte[] video(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    byte[] head = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'i', 's', 'o', 'm', 0, 0, 2, 0};
    System.arraycopy(head, 0, bytes, 0, Math.min(size, head.length));
    return bytes;
  }

  @Override
  public void answer(TestOrigin.Request request, OutputStream out) throws IOException {
    byte[] all = bytes;
    String condition = request.header("If-Range");
    boolean same = condition.isEmpty() || (tag + modified).contains(condition);
    boolean partial = ranges && same && !request.header("Range").isEmpty();
    int from = partial ? (int) request.from() : 0;
    if (from >= all.length) {
      TestOrigin.head(out, "HTTP/1.1 416 No", "Content-Range: bytes */" + all.length);
      return;
    }
    int length = all.length - from;
    String range = "Content-Range: bytes " + from + "-" + (all.length - 1) + "/" + all.length;
    TestOrigin.head(
        out,
        partial ? "HTTP/1.1 206 Partial Content" : "HTTP/1.1 200 OK",
        partial ? range : "X-None: 1",
        chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + length,
        tag,
        modified,
        NOW);
    Long cut = cuts.poll();
    int end = cut == null ? length : (int) Math.min(length, cut);
    write(out, all, from, end);
    if (end < length && resets) {
      throw new IOException("a reset may also destroy what was sent before");
    }
    if (chunked && end == length) {
      ascii(out, "0\r\n\r\n");
    }
  }

  private void write(OutputStream out, byte[] all, int from, int length) throws IOException {
    for (int at = from; at < from + length; at += 65_536) {
      int n = Math.min(65_536, from + length - at);
      if (chunked) {
        ascii(out, Integer.toHexString(n) + "\r\n");
      }
      out.write(all, at, n);
      served.addAndGet(n);
      if (chunked) {
        ascii(out, "\r\n");
      }
    }
  }

  private static void ascii(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** All that a source gives from an offset on. */
  static byte[] rest(PreparedSource source, long offset) throws IOException {
    try (InputStream in = source.open(offset)) {
      return in.readAllBytes();
    }
  }
}
