/**
 * What the API answers when it says no, in YouTube's own form. Begin at {@link
 * io.github.youtubeupload.testkit.internal.refusal.Refusals}: a new reason is a new method there.
 * Uses {@code json} and {@code http}; the faults of the API package are made of it.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.refusal;

import org.jspecify.annotations.NullMarked;
