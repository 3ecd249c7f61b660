package io.github.youtubeupload.testkit.internal.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The body of one request, streamed; ends where the request ends, not the connection. */
public final class RequestBody extends InputStream {
  /** What {@link #declaredLength()} answers for a chunked body. */
  public static final long UNKNOWN = -1;

  private final Connection connection;
  private final WireReader wire;
  private final long declaredLength;
  private final List<ReadGate> gates = new ArrayList<>();
  private boolean continueExpected;
  private long leftInChunk;
  private long read;
  private boolean ended;

  private RequestBody(
      Connection connection, WireReader wire, long length, boolean continueExpected) {
    this.connection = connection;
    this.wire = wire;
    this.declaredLength = length;
    this.leftInChunk = Math.max(0, length);
    this.ended = length == 0;
    this.continueExpected = continueExpected;
  }

  static RequestBody of(Connection connection, WireReader wire, Headers headers)
      throws IOException {
    boolean waits = headers.lists("Expect", "100-continue");
    if (headers.first("Transfer-Encoding").isPresent()) {
      if (!headers.lists("Transfer-Encoding", "chunked")) {
        throw new BadRequestException("Only the chunked transfer encoding is understood");
      }
      return new RequestBody(connection, wire, UNKNOWN, waits);
    }
    String length = headers.first("Content-Length").orElse("0").trim();
    if (!length.matches("\\d{1,18}")) {
      throw new BadRequestException("Content-Length is no length");
    }
    return new RequestBody(connection, wire, Long.parseLong(length), waits);
  }

  /** Content-Length, 0 if there is no body, or {@link #UNKNOWN}. */
  public long declaredLength() {
    return declaredLength;
  }

  /** Bytes read so far, without the framing of chunks. */
  public long bytesRead() {
    return read;
  }

  /** True once every byte of the body was read. */
  public boolean isRead() {
    return ended;
  }

  /** Whether the client waits for leave to send it, and got none. */
  boolean isAwaited() {
    return continueExpected && !ended;
  }

  /** From now on every read asks {@code gate} first. */
  public void add(ReadGate gate) {
    gates.add(gate);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (ended || length == 0) {
      return ended ? -1 : 0;
    }
    if (continueExpected) {
      continueExpected = false;
      connection.sendContinue();
    }
    if (leftInChunk == 0 && !nextChunk()) {
      return -1;
    }
    int room = (int) Math.min(length, leftInChunk);
    for (ReadGate gate : gates) {
      room = Math.min(room, gate.admit(read, room));
    }
    int n = wire.read(target, offset, room);
    if (n < 0) {
      throw new EOFException("The client went away after " + read + " bytes of the body");
    }
    read += n;
    leftInChunk -= n;
    if (leftInChunk == 0) {
      endOfChunk();
    }
    return n;
  }

  private boolean nextChunk() throws IOException {
    String size = wire.line().split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    if (!size.matches("[0-9a-f]{1,15}")) {
      throw new BadRequestException("A chunk starts without its size");
    }
    leftInChunk = Long.parseLong(size, 16);
    if (leftInChunk == 0) {
      ended = true;
      skipTrailers();
    }
    return !ended;
  }

  private void skipTrailers() throws IOException {
    String line;
    do {
      line = wire.line();
    } while (!line.isEmpty());
  }

  private void endOfChunk() throws IOException {
    if (declaredLength != UNKNOWN) {
      ended = true;
    } else if (!wire.line().isEmpty()) {
      throw new BadRequestException("A chunk is longer than its size");
    }
  }
}
