package io.github.youtubeupload.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

final class FileSource implements VideoSource {
  private final Path path;

  FileSource(Path path) {
    this.path = path.toAbsolutePath();
  }

  @Override
  public PreparedSource prepare(SourceContext context) throws IOException {
    return PreparedFile.look(path, context.earlier());
  }

  @Override
  public Optional<String> locator() {
    return Optional.of(path.toUri().toString());
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
