package io.github.youtubeupload.store;

import io.github.youtubeupload.internal.files.PrivateDirectory;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One page of the journal: the records that are active, then those that have ended, all in the
 * order of their files' paths, so that the path of the last one is the token. One that ends
 * meanwhile comes twice rather than not at all.
 */
final class RecordPager {
  /** As coarse as any file system keeps times. */
  private static final Duration FILE_TIME_SLACK = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(RecordPager.class);

  private final RecordFiles files;
  private final PrivateDirectory directory;
  private final UploadQuery query;
  private final String last;

  RecordPager(RecordFiles files, UploadQuery query) {
    this.files = files;
    this.directory = files.directory();
    this.query = query;
    String token = query.pageToken();
    this.last = token == null ? "" : token;
    if (token != null && !token.matches("(active|ended/[0-9a-f]{2})/[a-z0-9-]+\\.json")) {
      throw new IllegalArgumentException("The page token is none of this store's");
    }
  }

  UploadPage page() throws IOException {
    List<UploadRecord> page = new ArrayList<>();
    String lastOnPage = last;
    for (String child : children()) {
      for (String name : isPassed(child) ? List.<String>of() : directory.names(child)) {
        String file = child + "/" + name;
        Optional<UploadRecord> record = Optional.empty();
        if (name.endsWith(RecordName.ENDING) && file.compareTo(last) > 0) {
          record = wanted(file, child.equals(RecordName.ACTIVE));
        }
        if (record.isPresent() && page.size() == query.limit()) {
          return new UploadPage(page, lastOnPage);
        }
        if (record.isPresent()) {
          page.add(record.get());
          lastOnPage = file;
        }
      }
    }
    return new UploadPage(page, null);
  }

  /** A record that has ended can be among the active ones too; never the other way round. */
  private List<String> children() throws IOException {
    directory.requirePresent(RecordName.ACTIVE);
    directory.requirePresent(RecordName.ENDED);
    List<String> children = new ArrayList<>();
    children.add(RecordName.ACTIVE);
    if (query.steps().stream().anyMatch(UploadStep::isFinal)) {
      for (String shard : directory.names(RecordName.ENDED)) {
        children.add(RecordName.ENDED + "/" + shard);
      }
    }
    return children;
  }

  /** Whether all paths below it come before the last one of the page before. */
  private boolean isPassed(String child) {
    return (child + (char) ('/' + 1)).compareTo(last) <= 0;
  }

  private Optional<UploadRecord> wanted(String file, boolean active) {
    try {
      if (!active && (isOfAnotherTime(file) || beginsAnew(file))) {
        return Optional.empty();
      }
      RecordLookup lookup = files.read(file);
      if (lookup instanceof RecordLookup.Found found) {
        return Optional.of(found.record()).filter(query::matches);
      }
      if (lookup instanceof RecordLookup.Unreadable unreadable) {
        LOG.warn("Left out {} in {}: {}", file, directory.path(), unreadable.why());
      } else if (lookup instanceof RecordLookup.Damaged damaged) {
        files.setAside(file, damaged.why());
      }
    } catch (IOException e) {
      LOG.warn("Left out {} in {}: it could not be read or moved", file, directory.path(), e);
    }
    return Optional.empty();
  }

  /**
   * By the file's time, which is the record's; a copy of the file may be younger, never older. So a
   * restored journal forgets later than it could, and shows all that it should.
   */
  private boolean isOfAnotherTime(String file) throws IOException {
    Instant since = query.updatedSince();
    Instant before = query.updatedBefore();
    if (since == null && before == null) {
      return false;
    }
    Instant time = directory.lastModified(file);
    return (since != null && time.isBefore(since.minus(FILE_TIME_SLACK)))
        || (before != null && !time.isBefore(before));
  }

  /** The record of an upload that failed and was submitted again is the one among the active. */
  private boolean beginsAnew(String file) {
    return directory.exists(RecordName.ACTIVE + file.substring(file.lastIndexOf('/')));
  }
}
