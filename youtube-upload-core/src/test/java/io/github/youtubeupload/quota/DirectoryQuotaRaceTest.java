package io.github.youtubeupload.quota;

import io.github.youtubeupload.contract.QuotaRaceContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DirectoryQuotaRaceTest extends QuotaRaceContract {
  @TempDir Path state;

  DirectoryQuotaRaceTest() {
    super(DirectoryOpener.class);
  }

  @Override
  protected String location() {
    return state.toString();
  }
}
