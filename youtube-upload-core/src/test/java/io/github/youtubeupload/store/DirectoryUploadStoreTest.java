package io.github.youtubeupload.store;

import io.github.youtubeupload.contract.UploadStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class DirectoryUploadStoreTest extends UploadStoreContract {
  @TempDir Path state;

  @Override
  protected UploadStore open() {
    return UploadStore.directory(state);
  }
}
