package io.github.youtubeupload.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.EOFException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/**
 * The least that a provider of TLS allocates: after a real handshake, it makes one record after
 * another from one direct buffer into another. Nobody sends them.
 */
final class Records {
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);
  private static final int BLOCK_BYTES = 128 * 1024;

  private final SSLEngine engine;
  private final ByteBuffer sent;
  private final ByteBuffer received;
  private final ByteBuffer none = ByteBuffer.allocateDirect(BLOCK_BYTES).limit(0);

  private Records(SSLEngine engine) {
    this.engine = engine;
    engine.setUseClientMode(true);
    sent = ByteBuffer.allocateDirect(engine.getSession().getPacketBufferSize());
    received = ByteBuffer.allocateDirect(engine.getSession().getPacketBufferSize()).limit(0);
  }

  /** Bytes allocated for each GB of video, when the JVM has compiled it. */
  static double allocatedPerGb(Tls tls, Target target, long bytes) throws IOException {
    URI root = target.root();
    try (SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(root.getHost(), root.getPort()))) {
      Records records =
          new Records(
              tls.trusting(target.certificate()).createSSLEngine(root.getHost(), root.getPort()));
      records.handshake(channel);
      records.encrypt(bytes);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      records.encrypt(bytes);
      return (THREADS.getCurrentThreadAllocatedBytes() - before) / (bytes / 1e9);
    }
  }

  private void handshake(SocketChannel channel) throws IOException {
    ByteBuffer message = ByteBuffer.allocateDirect(BLOCK_BYTES);
    engine.beginHandshake();
    for (HandshakeStatus next = engine.getHandshakeStatus();
        next != HandshakeStatus.NOT_HANDSHAKING && next != HandshakeStatus.FINISHED;
        next = engine.getHandshakeStatus()) {
      switch (next) {
        case NEED_TASK -> engine.getDelegatedTask().run();
        case NEED_WRAP -> {
          engine.wrap(none, sent.clear());
          for (sent.flip(); sent.hasRemaining(); ) {
            channel.write(sent);
          }
        }
        default -> {
          if (engine.unwrap(received, message.clear()).getStatus() == Status.BUFFER_UNDERFLOW) {
            receive(channel);
          }
        }
      }
    }
  }

  private void receive(SocketChannel channel) throws IOException {
    received.compact();
    if (channel.read(received) < 0) {
      throw new EOFException("The server ended the handshake");
    }
    received.flip();
  }

  private void encrypt(long bytes) throws IOException {
    ByteBuffer block = ByteBuffer.allocateDirect(BLOCK_BYTES);
    for (long done = 0; done < bytes; ) {
      if (!block.hasRemaining()) {
        block.clear();
      }
      done += engine.wrap(block, sent.clear()).bytesConsumed();
    }
  }
}
