package io.github.youtubeupload.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSocketFactory;

/**
 * Remembers the plain sockets below the TLS ones, because only they can be closed at once: closing
 * a TLS socket waits for the lock that a blocked write holds. {@code HttpsURLConnection} asks for
 * an unconnected socket first, takes the plain one it gets here, and has it layered when it is
 * connected.
 */
final class TrackedSockets extends SSLSocketFactory {
  private final SSLSocketFactory tls;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean allowed = true;

  TrackedSockets(SSLSocketFactory tls) {
    this.tls = tls;
  }

  /** Allows new sockets, or closes all and refuses new ones. */
  void allow(boolean value) {
    allowed = value;
    if (!value) {
      open.forEach(TrackedSockets::close);
      open.clear();
    }
  }

  /**
   * Lets the kernel fill packets, or send what there is. {@code HttpURLConnection} asks for the
   * latter, as an exchange of small messages needs it, but then each TLS record of a body goes out
   * by itself.
   */
  void fillPackets(boolean value) {
    for (Socket socket : open) {
      try {
        socket.setTcpNoDelay(!value);
      } catch (IOException e) {
        // a closed socket of an earlier exchange, or the exchange is about to fail with it
      }
    }
  }

  @Override
  public Socket createSocket() throws IOException {
    // a plain socket that ever had a time-out polls whenever its buffer is full
    return track(SocketChannel.open().socket());
  }

  @Override
  public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
      throws IOException {
    return tls.createSocket(track(plain), host, port, autoClose);
  }

  /** Looks at the permission after the socket is known, so that one of the two sides closes it. */
  private Socket track(Socket socket) throws IOException {
    open.removeIf(Socket::isClosed);
    open.add(socket);
    if (!allowed) {
      close(socket);
      throw new SocketException("The exchange was aborted");
    }
    return socket;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // the socket is gone, which is all that was wanted
    }
  }

  /**
   * {@code HttpsURLConnection} connects once more, by itself, when a socket cannot be layered. If
   * that is because of an abort, nobody would ever close the new one.
   */
  private static SocketException lastResort() {
    return new SocketException("Only what was connected before is layered");
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    throw lastResort();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    throw lastResort();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    throw lastResort();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    throw lastResort();
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return tls.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return tls.getSupportedCipherSuites();
  }
}
