package io.github.youtubeupload.internal.transport;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A server whose every byte the test decides: each connection is played by one script. */
public final class ScriptedServer implements Closeable {
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /** Plays one connection. */
  public interface Script {
    void play(Peer peer) throws IOException;
  }

  /** The server's side of a connection. */
  public final class Peer {
    private final int number;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Peer(int number, Socket socket) throws IOException {
      this.number = number;
      this.socket = socket;
      this.in = new BufferedInputStream(socket.getInputStream());
      this.out = socket.getOutputStream();
    }

    /** Which connection of the server it is, from 1. */
    public int number() {
      return number;
    }

    public Socket socket() {
      return socket;
    }

    /** Reads the head of a request; empty at the end of the connection. */
    public String head() throws IOException {
      StringBuilder head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        int b = in.read();
        if (b < 0) {
          return "";
        }
        head.append((char) b);
      }
      heads.add(head.toString());
      return head.toString();
    }

    /** Reads a whole request and gives its head; empty at the end of the connection. */
    public String request() throws IOException {
      String head = head();
      for (String line : head.split("\r\n", -1)) {
        if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
          in.skipNBytes(Long.parseLong(line.substring(15).strip()));
        }
      }
      return head;
    }

    public int read() throws IOException {
      return in.read();
    }

    public void skip(long bytes) throws IOException {
      in.skipNBytes(bytes);
    }

    public void say(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }

    /** Gives the same answer to every request. */
    public void answerAll(String answer) throws IOException {
      while (!request().isEmpty()) {
        say(answer);
      }
    }

    /** Reads until the client is gone. */
    public void hang() throws IOException {
      in.transferTo(OutputStream.nullOutputStream());
    }

    /** Carries bytes between this client and another server until both have ended. */
    public void splice(Socket other) throws IOException {
      start(
          () -> {
            in.transferTo(other.getOutputStream());
            other.shutdownOutput();
          });
      other.getInputStream().transferTo(out);
    }
  }

  /** Listens on loopback, with TLS if a context is given. */
  public ScriptedServer(@Nullable SSLContext tls, Script script) {
    try {
      InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
      listener =
          tls == null
              ? new ServerSocket(0, 50, loopback)
              : tls.getServerSocketFactory().createServerSocket(0, 50, loopback);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(
        () -> {
          while (true) {
            Socket socket = listener.accept();
            open.add(socket);
            int number = connections.incrementAndGet();
            start(
                () -> {
                  try (socket) {
                    script.play(new Peer(number, socket));
                  }
                });
          }
        });
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                // the other side, or the test, has ended it
              }
            },
            "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** How many connections there were. */
  public int connections() {
    return connections.get();
  }

  /** The heads of all requests, in the order received. */
  public List<String> heads() {
    return heads;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
