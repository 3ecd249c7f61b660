package io.github.youtubeupload.source;

import static java.util.Objects.requireNonNull;

import io.github.youtubeupload.internal.address.AddressBlock;
import io.github.youtubeupload.internal.address.AddressRules;
import io.github.youtubeupload.internal.address.HostResolver;
import io.github.youtubeupload.internal.address.UrlRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which servers a URL may lead to. Without an allow-list: public unicast addresses only, so that a
 * URL from outside is no door into the internal network. It is asked for every connection, also
 * after each redirect and on each resumption, and the connection is made to the very address it has
 * checked, so a name server that changes its answer gains nothing.
 *
 * <p>Immutable: {@code allow…} gives a wider copy.
 */
public final class HostPolicy {
  private static final HostPolicy PUBLIC_ONLY =
      new HostPolicy(Set.of(), List.of(), HostResolver.SYSTEM);

  private final Set<String> hosts;
  private final List<AddressBlock> networks;
  private final HostResolver resolver;

  private HostPolicy(Set<String> hosts, List<AddressBlock> networks, HostResolver resolver) {
    this.hosts = hosts;
    this.networks = networks;
    this.resolver = resolver;
  }

  /** Public unicast addresses only. */
  public static HostPolicy publicOnly() {
    return PUBLIC_ONLY;
  }

  /**
   * Also lets this host be fetched from, whatever private or loopback address its name has. Link
   * local, metadata and multicast addresses stay closed to it.
   *
   * @param host a name such as {@code farm.internal}, exactly, or an address
   */
  public HostPolicy allowHost(String host) {
    Set<String> more = new HashSet<>(hosts);
    more.add(requireNonNull(host, "host").toLowerCase(Locale.ROOT));
    return new HostPolicy(Set.copyOf(more), networks, resolver);
  }

  /**
   * Also lets every address of this network be fetched from, special ones included.
   *
   * @param cidr such as {@code 10.20.0.0/16} or {@code fd00:12::/32}
   * @throws IllegalArgumentException if it is no network
   */
  public HostPolicy allowNetwork(String cidr) {
    List<AddressBlock> more =
        Stream.concat(networks.stream(), Stream.of(AddressBlock.of(cidr))).toList();
    return new HostPolicy(hosts, more, resolver);
  }

  HostPolicy resolvedBy(HostResolver other) {
    return new HostPolicy(hosts, networks, other);
  }

  /**
   * Refuses early, such as in the handler that takes a URL from a user. Looks the host up.
   *
   * @throws UrlRefusedException with the reason
   * @throws IOException if the host is unknown
   */
  public void check(URI url) throws IOException {
    addresses(url);
  }

  /** The addresses to connect to, each of them checked. One bad address refuses the host. */
  List<InetAddress> addresses(URI url) throws IOException {
    Optional<String> fault = UrlRules.fault(url);
    if (fault.isPresent()) {
      throw UrlRefusedException.of(url, fault.get());
    }
    String host = UrlRules.host(url);
    List<InetAddress> addresses = lookUp(url, host);
    for (InetAddress address : addresses) {
      Optional<AddressRules.Rule> rule = refusing(host, address);
      if (rule.isPresent()) {
        String found = address.getHostAddress();
        String leads = found.equals(host) ? "it is " : "it leads to " + found + ", ";
        String reason =
            leads + rule.get().reason() + "; allow it in the host policy if it is meant";
        throw UrlRefusedException.of(url, reason);
      }
    }
    return addresses;
  }

  private List<InetAddress> lookUp(URI url, String host) throws IOException {
    try {
      return host.contains(":") ? List.of(InetAddress.getByName(host)) : resolver.resolve(host);
    } catch (UnknownHostException e) {
      throw new IOException(UrlRules.printable(url) + " cannot be fetched: unknown host", e);
    }
  }

  private Optional<AddressRules.Rule> refusing(String host, InetAddress address) {
    if (networks.stream().anyMatch(n -> n.contains(address))) {
      return Optional.empty();
    }
    boolean named = hosts.contains(host);
    return AddressRules.refusing(address).filter(rule -> rule.never() || !named);
  }
}
