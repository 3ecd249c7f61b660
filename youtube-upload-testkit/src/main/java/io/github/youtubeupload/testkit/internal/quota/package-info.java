/**
 * What every project has used of its buckets, by Pacific day. Begin at {@link
 * io.github.youtubeupload.testkit.internal.quota.QuotaLedger}. Uses {@code refusal}.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.quota;

import org.jspecify.annotations.NullMarked;
