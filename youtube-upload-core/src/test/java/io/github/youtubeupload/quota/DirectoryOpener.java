package io.github.youtubeupload.quota;

import io.github.youtubeupload.contract.StoreOpener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Opens a state directory. */
public final class DirectoryOpener implements StoreOpener {
  @Override
  public QuotaStore open(String location, Instant now) {
    return DirectoryQuotaStore.open(Path.of(location), Clock.fixed(now, ZoneOffset.UTC));
  }
}
