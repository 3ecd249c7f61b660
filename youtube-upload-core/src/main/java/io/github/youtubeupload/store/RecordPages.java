package io.github.youtubeupload.store;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** All records of a query, one page in memory at a time. */
final class RecordPages implements Iterator<UploadRecord> {
  private final UploadStore store;
  private final UploadQuery query;
  private Iterator<UploadRecord> page;
  private @Nullable String nextPageToken;

  RecordPages(UploadStore store, UploadQuery query) {
    this.store = store;
    this.query = query;
    UploadPage first = store.page(query);
    this.page = first.records().iterator();
    this.nextPageToken = first.nextPageToken();
  }

  @Override
  public boolean hasNext() {
    while (!page.hasNext() && nextPageToken != null) {
      UploadPage next = store.page(query.after(nextPageToken));
      page = next.records().iterator();
      nextPageToken = next.nextPageToken();
    }
    return page.hasNext();
  }

  @Override
  public UploadRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return page.next();
  }
}
