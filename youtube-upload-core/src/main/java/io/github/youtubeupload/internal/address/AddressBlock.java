package io.github.youtubeupload.internal.address;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses, such as {@code 10.0.0.0/8} or {@code fd00::/8}. */
public record AddressBlock(InetAddress base, int prefix) {

  /** Reads CIDR notation; a bare address is a block of one. */
  public static AddressBlock of(String cidr) {
    String[] parts = cidr.split("/", 2);
    try {
      if (!parts[0].matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
        throw new IllegalArgumentException(cidr + " is no network: write it like 10.0.0.0/8");
      }
      InetAddress base = InetAddress.getByName(parts[0]);
      int bits = base.getAddress().length * 8;
      int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
      if (prefix < 0 || prefix > bits) {
        throw new IllegalArgumentException(cidr + " has a prefix outside 0 to " + bits);
      }
      return new AddressBlock(base, prefix);
    } catch (UnknownHostException | NumberFormatException e) {
      throw new IllegalArgumentException(cidr + " is no network: write it like 10.0.0.0/8", e);
    }
  }

  public boolean contains(InetAddress address) {
    byte[] ours = base.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    for (int bit = 0; bit < prefix; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
