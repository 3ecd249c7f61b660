package io.github.youtubeupload.store;

import io.github.youtubeupload.contract.UploadStoreContract;

class InMemoryUploadStoreTest extends UploadStoreContract {
  @Override
  protected UploadStore open() {
    return UploadStore.inMemory();
  }
}
