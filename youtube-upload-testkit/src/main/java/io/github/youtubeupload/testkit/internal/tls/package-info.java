/**
 * A certificate made on the spot, and the contexts that serve and trust it. Begin at {@link
 * io.github.youtubeupload.testkit.internal.tls.LoopbackTls}. Uses no other room.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.tls;

import org.jspecify.annotations.NullMarked;
