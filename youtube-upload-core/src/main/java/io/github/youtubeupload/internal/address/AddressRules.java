package io.github.youtubeupload.internal.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses are public unicast, by IANA's special-purpose registries. Of IPv6 only {@code
 * 2000::/3} is, and an IPv4 address inside one is judged as itself: a translator or tunnel would
 * lead there.
 */
public final class AddressRules {
  /**
   * One row.
   *
   * @param never refused even for an allow-listed name: nothing that serves videos lives there
   */
  public record Rule(AddressBlock network, String reason, boolean never) {}

  private static final List<Rule> RULES =
      List.of(
          never("169.254.169.254", "the cloud's metadata service"),
          never("168.63.129.16", "the cloud's metadata service"),
          never("100.100.100.200", "the cloud's metadata service"),
          never("192.0.0.192", "the cloud's metadata service"),
          never("fd00:ec2::254", "the cloud's metadata service"),
          never("169.254.0.0/16", "link-local"),
          never("fe80::/10", "link-local"),
          never("0.0.0.0/8", "\"this network\""),
          never("::", "the unspecified address"),
          never("224.0.0.0/4", "multicast"),
          never("ff00::/8", "multicast"),
          never("255.255.255.255", "broadcast"),
          rule("127.0.0.0/8", "loopback"),
          rule("::1", "loopback"),
          rule("10.0.0.0/8", "private"),
          rule("172.16.0.0/12", "private"),
          rule("192.168.0.0/16", "private"),
          rule("fc00::/7", "private (unique local)"),
          rule("fec0::/10", "private (site-local)"),
          rule("100.64.0.0/10", "shared by carriers (CGNAT)"),
          rule("192.0.0.0/24", "reserved for protocols"),
          rule("192.0.2.0/24", "for documentation"),
          rule("198.51.100.0/24", "for documentation"),
          rule("203.0.113.0/24", "for documentation"),
          rule("192.88.99.0/24", "the 6to4 relay"),
          rule("192.31.196.0/24", "reserved for protocols"),
          rule("192.52.193.0/24", "reserved for protocols"),
          rule("192.175.48.0/24", "reserved for protocols"),
          rule("198.18.0.0/15", "for benchmarks"),
          rule("240.0.0.0/4", "reserved"),
          rule("2001:db8::/32", "for documentation"),
          rule("3fff::/20", "for documentation"),
          rule("2001::/32", "a Teredo tunnel"),
          rule("2001::/23", "reserved for protocols"),
          rule("2620:4f:8000::/48", "reserved for protocols"));

  private static final List<AddressBlock> EMBED_LAST =
      Stream.of("::/96", "::ffff:0:0:0/96", "64:ff9b::/96").map(AddressBlock::of).toList();
  private static final AddressBlock SIX_TO_FOUR = AddressBlock.of("2002::/16");
  private static final AddressBlock PUBLIC_IPV6 = AddressBlock.of("2000::/3");
  private static final Rule NOT_PUBLIC =
      new Rule(AddressBlock.of("::/0"), "not in the public part of IPv6", false);

  private AddressRules() {}

  /** The rule that refuses an address; empty if it is public unicast. */
  public static Optional<Rule> refusing(InetAddress address) {
    Optional<Rule> own = RULES.stream().filter(r -> r.network().contains(address)).findFirst();
    if (own.isPresent() || address instanceof Inet4Address) {
      return own;
    }
    InetAddress inside = embedded(address);
    if (inside != null) {
      Optional<Rule> inner = refusing(inside);
      if (inner.isPresent()) {
        Rule rule = inner.get();
        String reason = rule.reason() + ", as " + inside.getHostAddress() + " inside IPv6";
        return Optional.of(new Rule(rule.network(), reason, rule.never()));
      }
    }
    boolean translated = EMBED_LAST.get(2).contains(address);
    return PUBLIC_IPV6.contains(address) || translated ? Optional.empty() : Optional.of(NOT_PUBLIC);
  }

  /** The IPv4 address that a compatible, translated, NAT64, 6to4 or ISATAP one holds. */
  private static @Nullable InetAddress embedded(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean isatap =
        (bytes[8] & 0xfd) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && (bytes[11] & 0xff) == 0xfe;
    if (SIX_TO_FOUR.contains(address)) {
      return ipv4(bytes, 2);
    }
    return isatap || EMBED_LAST.stream().anyMatch(n -> n.contains(address))
        ? ipv4(bytes, 12)
        : null;
  }

  private static InetAddress ipv4(byte[] bytes, int at) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4));
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  private static Rule rule(String network, String reason) {
    return new Rule(AddressBlock.of(network), reason, false);
  }

  private static Rule never(String network, String reason) {
    return new Rule(AddressBlock.of(network), reason, true);
  }
}
