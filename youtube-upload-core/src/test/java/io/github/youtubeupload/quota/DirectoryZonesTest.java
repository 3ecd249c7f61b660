package io.github.youtubeupload.quota;

import io.github.youtubeupload.contract.QuotaZoneContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DirectoryZonesTest extends QuotaZoneContract {
  @TempDir Path state;

  DirectoryZonesTest() {
    super(DirectoryOpener.class);
  }

  @Override
  protected String location() {
    return state.toString();
  }
}
