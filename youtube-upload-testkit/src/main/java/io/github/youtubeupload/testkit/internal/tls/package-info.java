/**
 * TLS for loopback: a certificate made at start-up, and a context that trusts only it. Not for
 * users of the testkit.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.tls;

import org.jspecify.annotations.NullMarked;
