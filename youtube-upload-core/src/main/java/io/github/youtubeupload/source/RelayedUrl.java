package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.origin.Representation;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A URL that is relayed. The answer that described it becomes the first stream. */
final class RelayedUrl implements PreparedSource {
  private final UrlFetcher fetcher;
  private final Representation seen;
  private final SourceDescription description;
  private UrlPreparation.@Nullable First first;

  RelayedUrl(UrlFetcher fetcher, UrlPreparation.First first) {
    this.fetcher = fetcher;
    this.seen = first.seen();
    this.first = first;
    this.description =
        new SourceDescription(
            fetcher.options().name(), first.type(), seen.length(), seen.fingerprint(), true);
  }

  @Override
  public SourceDescription description() {
    return description;
  }

  @Override
  public InputStream open(long offset) throws IOException {
    UrlPreparation.First kept = first;
    first = null;
    if (kept != null && offset == 0) {
      return UrlStream.from(fetcher, seen, kept.answer(), kept.body());
    }
    if (kept != null) {
      kept.answer().close();
    }
    return UrlStream.at(fetcher, seen, offset);
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
