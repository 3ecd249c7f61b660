package io.github.youtubeupload.examples.backend;

import io.github.youtubeupload.examples.backend.state.StateKey;
import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Changes to the journal that only time would make. */
final class Records {
  private Records() {}

  /** As if the upload had last been written down that much earlier. */
  static void age(Path state, String id, Duration earlier) {
    StateKey sealer = StateKey.of(Optional.empty(), state.resolve("key"));
    UploadStore journal = UploadStore.directory(state, sealer.key("journal"));
    try (UploadClaim claim = journal.claim(id).orElseThrow()) {
      UploadRecord is = claim.record().orElseThrow();
      claim.save(
          new UploadRecord(
              is.uploadId(),
              is.step(),
              is.project(),
              is.account(),
              is.sourceName(),
              is.sourceLocator(),
              is.source(),
              is.metadata(),
              is.parameters(),
              is.attempt(),
              is.session(),
              is.confirmed(),
              is.videoId(),
              is.failure(),
              is.createdAt(),
              is.updatedAt().minus(earlier)));
    }
  }
}
