package io.github.youtubeupload.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the records that a query asks for.
 *
 * @param records at most as many as the query's limit; can be fewer, or none, before the last page
 * @param nextPageToken where to go on, of the store's own making; null on the last page
 */
public record UploadPage(List<UploadRecord> records, @Nullable String nextPageToken) {
  public UploadPage {
    records = List.copyOf(records);
  }
}
