package io.github.youtubeupload.internal.transport;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A connection, plain or TLS. Used by one thread, apart from {@link #close}, which any thread may
 * call, before it is connected too, and which ends whatever blocks: it closes the plain socket,
 * because closing a TLS socket waits for the lock that a blocked write holds.
 */
final class Wire implements Closeable {
  private static final int BUFFER_BYTES = 8 * 1024;

  /** As long as the JDK's own client keeps connections: then a middle box may have dropped it. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Origin origin;
  private volatile @Nullable Socket plain;
  private volatile boolean closed;
  private Socket socket = new Socket();
  private InputStream in = InputStream.nullInputStream();
  private OutputStream out = OutputStream.nullOutputStream();
  private boolean throughProxy;
  private boolean kept;
  private long idleSince;

  Wire(Origin origin) {
    this.origin = origin;
  }

  /** Takes a socket that is about to be connected, so that {@link #close} reaches it. */
  Socket own(Socket unconnected) throws IOException {
    plain = unconnected;
    if (closed) {
      unconnected.close();
      throw new SocketException("The exchange was aborted");
    }
    return unconnected;
  }

  /**
   * Takes the connected socket for what is said from now on.
   *
   * @param layered the plain one, or the TLS over it
   * @param proxy whether at its other end is a proxy that is told whole URLs
   */
  void speakOver(Socket layered, boolean proxy) throws IOException {
    socket = layered;
    throughProxy = proxy;
    in = new BufferedInputStream(layered.getInputStream(), BUFFER_BYTES);
    out = new BufferedOutputStream(layered.getOutputStream(), BUFFER_BYTES);
  }

  boolean isThroughProxy() {
    return throughProxy;
  }

  boolean isClosed() {
    return closed;
  }

  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  /**
   * Lets the kernel fill packets, or send what there is. An exchange of small messages needs the
   * latter; in a body it would make a packet of each TLS record.
   */
  void fillPackets(boolean value) throws IOException {
    raw().setTcpNoDelay(!value);
  }

  /** Keeps it for another request. */
  void keep() {
    kept = true;
    idleSince = System.nanoTime();
  }

  /** Whether it was kept for this origin, and nothing has come since: no answer, no end. */
  boolean isFitFor(Origin other) {
    try {
      return kept
          && origin.equals(other)
          && System.nanoTime() - idleSince < IDLE_NANOS
          && isSilent();
    } catch (IOException e) {
      return false;
    } finally {
      kept = false;
    }
  }

  private boolean isSilent() throws IOException {
    if (in.available() > 0) {
      return false;
    }
    SocketChannel channel = raw().getChannel();
    if (channel != null) {
      channel.configureBlocking(false);
      int n =
          channel.read(ByteBuffer.allocate(1)); // what is taken is not missed: it is closed then
      channel.configureBlocking(true);
      if (n != 0) {
        return false;
      }
    }
    return (channel != null && !mayReadAhead()) || !reads();
  }

  /** The JVM's TLS takes one record at a time from its socket; others may hold the next one. */
  private boolean mayReadAhead() throws SocketException {
    return socket != raw() && !socket.getClass().getName().startsWith("sun.security.ssl.");
  }

  /** Whether an answer has begun to come, or the connection to end. */
  boolean isAnswering() throws IOException {
    if (in.available() > 0) {
      return true;
    }
    // below TLS it may be a session ticket only, which a read takes in without giving a byte
    return socket != raw() && raw().getInputStream().available() > 0 && reads();
  }

  /** Waits a millisecond for a byte, which stays to be read, or the end. */
  private boolean reads() throws IOException {
    socket.setSoTimeout(1);
    try {
      in.mark(1);
      if (in.read() >= 0) {
        in.reset();
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      socket.setSoTimeout(0);
    }
  }

  private Socket raw() throws SocketException {
    Socket connected = plain;
    if (connected == null) {
      throw new SocketException("Not connected");
    }
    return connected;
  }

  @Override
  public void close() {
    closed = true;
    Socket connected = plain;
    if (connected != null) {
      try {
        connected.close();
      } catch (IOException e) {
        // the socket is gone, which is all that was wanted
      }
    }
  }
}
