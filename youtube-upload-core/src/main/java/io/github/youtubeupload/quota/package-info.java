/**
 * What a Google Cloud project may still spend today, counted for every process that shares it.
 *
 * <p>{@link io.github.youtubeupload.quota.QuotaPolicy} says what a call costs and which bucket
 * pays, {@link io.github.youtubeupload.quota.QuotaStore} is the shared ledger, {@link
 * io.github.youtubeupload.quota.QuotaStatus} the answer to "is there room?".
 */
@NullMarked
package io.github.youtubeupload.quota;

import org.jspecify.annotations.NullMarked;
