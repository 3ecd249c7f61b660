package io.github.youtubeupload.store;

import io.github.youtubeupload.contract.UploadStoreContract;
import java.nio.file.Path;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.io.TempDir;

class EncryptedUploadStoreTest extends UploadStoreContract {
  @TempDir Path state;

  @Override
  protected UploadStore open() {
    return UploadStore.directory(state, new SecretKeySpec(new byte[32], "AES"));
  }
}
