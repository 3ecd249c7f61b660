package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.files.FileFingerprint;
import io.github.youtubeupload.internal.files.FileState;
import io.github.youtubeupload.internal.media.VideoType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file as it was when it was first looked at; every stream checks at its end that it still is.
 */
final class PreparedFile implements PreparedSource {
  private final Path path;
  private final FileState state;
  private final SourceDescription description;

  private PreparedFile(Path path, FileState state, SourceDescription description) {
    this.path = path;
    this.state = state;
    this.description = description;
  }

  static PreparedFile look(Path path, Optional<SourceDescription> earlier) throws IOException {
    FileState state = FileState.of(path);
    String name = String.valueOf(path.getFileName());
    byte[] head = FileState.head(path);
    String type = VideoType.of(name, head);
    String fingerprint = FileFingerprint.of(path, state);
    if (earlier.isPresent() && !earlier.get().fingerprint().equals(fingerprint)) {
      throw new SourceChangedException(
          path
              + " is not the file this upload began with: its size, time, identity or content"
              + " changed");
    }
    return new PreparedFile(
        path,
        state,
        new SourceDescription(name, type, OptionalLong.of(state.size()), fingerprint, true));
  }

  @Override
  public SourceDescription description() {
    return description;
  }

  @Override
  public InputStream open(long offset) throws IOException {
    return new FileStream(path, state, offset);
  }

  @Override
  public void close() {
    // a stream on a local file never blocks for long, and the engine closes it
  }
}
