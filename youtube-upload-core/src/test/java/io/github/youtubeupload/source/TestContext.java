package io.github.youtubeupload.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the engine lends, written down. */
record TestContext(Path spoolDirectory, Optional<SourceDescription> earlier, List<Long> downloads)
    implements SourceContext {

  static TestContext in(Path directory) {
    return new TestContext(directory, Optional.empty(), new ArrayList<>());
  }

  TestContext after(SourceDescription description) {
    return new TestContext(spoolDirectory, Optional.of(description), downloads);
  }

  @Override
  public void downloaded(long bytes, long total) {
    downloads.add(bytes);
  }
}
