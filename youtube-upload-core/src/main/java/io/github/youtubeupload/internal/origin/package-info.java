/**
 * One GET over one connection to an address that the caller has checked: what a relay needs of
 * HTTP, and no more. No DNS, no redirects, no retries, no pool. {@code docs/decisions} says why it
 * is our own.
 */
@NullMarked
package io.github.youtubeupload.internal.origin;

import org.jspecify.annotations.NullMarked;
