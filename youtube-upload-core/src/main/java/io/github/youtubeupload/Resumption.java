package io.github.youtubeupload;

import com.google.auth.Credentials;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadRecord;
import java.util.Optional;

/** Supplies what a journal does not hold, when an upload goes on in another process. */
public interface Resumption {
  /** The client's credentials, the source found by its locator, and nobody who listens. */
  Resumption DEFAULT = new Resumption() {};

  /**
   * The credentials of {@link UploadRecord#account}. Empty for the client's, which only an upload
   * that names no account goes on with: they could be those of another channel.
   */
  default Optional<Credentials> credentials(UploadRecord record) {
    return Optional.empty();
  }

  /** The source; empty to find it by {@link UploadRecord#sourceLocator}. */
  default Optional<VideoSource> source(UploadRecord record) {
    return Optional.empty();
  }

  /** Who hears of the progress. */
  default ProgressListener listener(UploadRecord record) {
    return ProgressListener.NONE;
  }
}
