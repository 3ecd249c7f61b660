package io.github.youtubeupload.quota;

import io.github.youtubeupload.contract.QuotaRaceContract;
import io.github.youtubeupload.contract.StoreOpener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;

class DirectoryQuotaRaceTest extends QuotaRaceContract {
  @TempDir Path state;

  DirectoryQuotaRaceTest() {
    super(Opener.class);
  }

  @Override
  protected String location() {
    return state.toString();
  }

  /** Opens the state directory. */
  public static final class Opener implements StoreOpener {
    @Override
    public QuotaStore open(String location, Instant now) {
      return DirectoryQuotaStore.open(Path.of(location), Clock.fixed(now, ZoneOffset.UTC));
    }
  }
}
