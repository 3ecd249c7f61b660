package io.github.youtubeupload.contract;

import io.github.youtubeupload.quota.QuotaStore;
import java.time.Instant;

/**
 * Opens a store in any process, at a moment that stands still. Has a constructor without arguments.
 */
public interface StoreOpener {
  QuotaStore open(String location, Instant now);
}
