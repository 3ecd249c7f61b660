package io.github.youtubeupload.internal.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where names become addresses; a seam for tests that play a hostile name server. */
public interface HostResolver {
  HostResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  List<InetAddress> resolve(String host) throws UnknownHostException;
}
