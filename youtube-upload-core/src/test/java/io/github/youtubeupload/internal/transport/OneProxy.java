package io.github.youtubeupload.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends everything through one proxy of this machine, and counts the complaints. */
final class OneProxy extends ProxySelector {
  final AtomicInteger failures = new AtomicInteger();
  private final Proxy proxy;

  OneProxy(Proxy.Type type, int port) {
    this.proxy = new Proxy(type, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  @Override
  public List<Proxy> select(URI uri) {
    return List.of(proxy);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    failures.incrementAndGet();
  }
}
