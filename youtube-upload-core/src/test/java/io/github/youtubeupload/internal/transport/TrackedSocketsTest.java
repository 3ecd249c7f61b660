package io.github.youtubeupload.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrackedSocketsTest {
  private final TrackedSockets sockets =
      new TrackedSockets((SSLSocketFactory) SSLSocketFactory.getDefault());
  private ServerSocket server;
  private Socket socket;

  @BeforeEach
  void connect() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    socket = sockets.createSocket();
    socket.connect(server.getLocalSocketAddress(), 10_000);
  }

  @AfterEach
  void close() throws IOException {
    socket.close();
    server.close();
  }

  @Test
  void stayBlockingAfterATimeOut() throws IOException {
    socket.setSoTimeout(1);
    assertThatThrownBy(() -> socket.getInputStream().read())
        .isInstanceOf(SocketTimeoutException.class);
    assertThat(socket.getChannel().isBlocking()).isTrue();
  }

  @Test
  void fillPacketsWhenTold() throws IOException {
    sockets.fillPackets(true);
    assertThat(socket.getTcpNoDelay()).isFalse();
    sockets.fillPackets(false);
    assertThat(socket.getTcpNoDelay()).isTrue();
  }

  @Test
  void doNotMindClosedOnesWhenTold() throws IOException {
    socket.close();
    sockets.fillPackets(true);
    assertThat(socket.isClosed()).isTrue();
  }

  @Test
  void areClosedAndRefusedUntilAllowedAgain() throws IOException {
    sockets.allow(false);
    assertThat(socket.isClosed()).isTrue();
    assertThatThrownBy(sockets::createSocket).isInstanceOf(SocketException.class);
    sockets.allow(true);
    sockets.createSocket().close();
  }

  @Test
  void areNeverConnectedBehindTheCallersBack() {
    int port = server.getLocalPort();
    assertThatThrownBy(() -> sockets.createSocket("127.0.0.1", port))
        .isInstanceOf(SocketException.class);
    assertThatThrownBy(() -> sockets.createSocket(server.getInetAddress(), port))
        .isInstanceOf(SocketException.class);
  }
}
