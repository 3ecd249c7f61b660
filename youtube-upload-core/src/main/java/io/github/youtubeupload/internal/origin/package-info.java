/**
 * One GET over one connection to an address that the caller has checked, and what its answer means:
 * all that a relay needs of HTTP. No DNS, no redirects, no retries, no pool: those are the
 * caller's, in {@code source}. {@code docs/decisions} says why it is our own. May use {@code
 * internal.io}, {@code internal.address} and {@code internal.media}. Begin with {@link
 * io.github.youtubeupload.internal.origin.OriginConnection}; then {@link
 * io.github.youtubeupload.internal.origin.Representation}.
 */
@NullMarked
package io.github.youtubeupload.internal.origin;

import org.jspecify.annotations.NullMarked;
