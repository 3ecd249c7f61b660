package io.github.youtubeupload.store;

import java.util.UUID;

/**
 * Tells one writing of a record from every other.
 *
 * @param claim names the claim that wrote it
 * @param number counts the writings of that claim
 */
record Stamp(String claim, long number) {

  /** Before the first writing of a new claim. */
  static Stamp ofNewClaim() {
    return new Stamp(UUID.randomUUID().toString(), 0);
  }

  Stamp next() {
    return new Stamp(claim, number + 1);
  }

  boolean isOfSameClaim(Stamp other) {
    return claim.equals(other.claim);
  }
}
