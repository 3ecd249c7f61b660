package io.github.youtubeupload.testkit.internal.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One accepted connection. Its own thread reads and answers; any thread may {@link #abort} it,
 * which ends every read, write and pause of that thread at once.
 */
public final class Connection {
  private static final int LINGER_MILLIS = 500;
  private static final long MOST_UNREAD = 64L << 20;

  private final Socket plain;
  private final Socket socket;
  private final WireReader wire;
  private final OutputStream out;
  private final CountDownLatch gone = new CountDownLatch(1);
  private int requests;
  private boolean open = true;

  /**
   * A connection over sockets that are already connected.
   *
   * @param plain the TCP socket, which can be reset under a TLS layer
   * @param socket what is read and written: {@code plain} itself or the TLS layer over it
   */
  Connection(Socket plain, Socket socket) throws IOException {
    this.plain = plain;
    this.socket = socket;
    this.wire = new WireReader(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream(), 8 * 1024);
  }

  /** The next request, or empty when the connection has ended between two requests. */
  Optional<Request> next() throws IOException {
    if (!open || wire.atEnd()) {
      return Optional.empty();
    }
    requests++;
    return Optional.of(Request.read(this, wire));
  }

  /** How many requests came before the present one. */
  public int earlierRequests() {
    return requests - 1;
  }

  /**
   * Sends the answer to {@code request}.
   *
   * @param drain how much of a body that was not read the server still takes and throws away; if
   *     there is more, it resets the connection then
   */
  public void send(Request request, Reply reply, long drain) throws IOException {
    RequestBody body = request.body();
    boolean keep =
        !request.headers().lists("Connection", "close")
            && (body.isRead() || restIsSmall(body, drain))
            && !body.isAwaited();
    out.write(reply.head(keep).getBytes(StandardCharsets.ISO_8859_1));
    if (!request.method().equals("HEAD")) {
      reply.payload().writeTo(out);
    }
    out.flush();
    open &= keep;
    if (!keep) {
      linger(drain);
    } else if (!body.isRead()) {
      body.transferTo(OutputStream.nullOutputStream());
    }
  }

  /** Answers what was not HTTP at all, and ends the connection. */
  void refuse(String why) throws IOException {
    out.write(Reply.text(400, "text/plain", why).head(false).getBytes(StandardCharsets.ISO_8859_1));
    out.write(why.getBytes(StandardCharsets.UTF_8));
    out.flush();
    linger(0);
  }

  private static boolean restIsSmall(RequestBody body, long drain) {
    return body.declaredLength() != RequestBody.UNKNOWN
        && body.declaredLength() - body.bytesRead() <= drain;
  }

  void sendContinue() throws IOException {
    out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** Ends our side and reads on for a moment: a reset would destroy the answer on its way. */
  private void linger(long drain) throws IOException {
    socket.shutdownOutput();
    plain.setSoTimeout(LINGER_MILLIS);
    byte[] waste = new byte[8 * 1024];
    try {
      long left = drain;
      for (int n = 0; n >= 0 && left > 0; left -= n) {
        n = wire.read(waste, 0, waste.length);
      }
    } catch (SocketTimeoutException enough) {
      // The client neither sends nor closes; it has had its time to read the answer.
    } finally {
      close();
    }
  }

  /**
   * Waits, or throws as soon as the connection is aborted; the server's only way to pass time.
   *
   * @throws ConnectionCutException if the connection was aborted meanwhile
   */
  public void pause(Duration time) throws IOException {
    try {
      if (gone.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new ConnectionCutException("Cut while the server paused");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConnectionCutException("Interrupted while the server paused");
    }
  }

  /** Waits for {@link #abort}. */
  public void stall() throws IOException {
    pause(Duration.ofNanos(Long.MAX_VALUE));
  }

  /** Ends the connection after the present answer. */
  public void endAfterThis() {
    open = false;
  }

  /**
   * Ends our side in order: the client reads the end of the stream where the answer was due. What
   * it still sends is thrown away for a moment, as bytes that nobody reads make a reset of a close.
   */
  public void end() throws IOException {
    linger(MOST_UNREAD);
  }

  /** Closes at once. */
  public void close() {
    gone.countDown();
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Closing is all that was wanted.
    }
  }

  /** Resets the connection: the client gets an error in whatever it is doing. */
  public void abort() {
    gone.countDown();
    try {
      plain.setSoLinger(true, 0);
      plain.close();
    } catch (IOException alreadyGone) {
      // Closing is all that was wanted.
    }
  }
}
