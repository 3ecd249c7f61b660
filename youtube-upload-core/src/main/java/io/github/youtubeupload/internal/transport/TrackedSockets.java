package io.github.youtubeupload.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
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

  TrackedSockets(SSLSocketFactory tls) {
    this.tls = tls;
  }

  void closeAll() {
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException e) {
        // the socket is gone, which is all that was wanted
      }
    }
    open.removeIf(Socket::isClosed);
  }

  @Override
  public Socket createSocket() {
    open.removeIf(Socket::isClosed);
    Socket socket = new Socket();
    open.add(socket);
    return socket;
  }

  @Override
  public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
      throws IOException {
    open.add(plain);
    return tls.createSocket(plain, host, port, autoClose);
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return tls.createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return tls.createSocket(host, port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return tls.createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return tls.createSocket(host, port, local, localPort);
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
