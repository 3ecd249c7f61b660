package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.UploadException;
import io.github.youtubeupload.UploadProgress;
import io.github.youtubeupload.UploadState;
import io.github.youtubeupload.examples.backend.state.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far the uploads without a video had got, and why they stopped: the journal knows only what
 * YouTube has confirmed, and on a full disk not even the reason can be written there. First of the
 * observers, because others show what it knows.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class LastRuns implements UploadObserver {
  private static final Logger LOG = LoggerFactory.getLogger(LastRuns.class);

  private final Path directory;
  private final JsonMapper json = new JsonMapper();
  private final Map<String, LastRun> runs = new ConcurrentHashMap<>();

  LastRuns(StateDirectory state) {
    this.directory = state.directory("last-runs");
  }

  /** Of an upload that does not run; empty if it never did, or made a video. */
  Optional<LastRun> of(String uploadId) {
    return Optional.ofNullable(runs.get(uploadId));
  }

  /** How many uploads have stopped and can go on. */
  public long stopped() {
    return runs.values().stream().filter(LastRun::canGoOn).count();
  }

  /** Learns what earlier processes knew of the uploads in the journal, and forgets the others. */
  void recover(Set<String> journal) {
    for (Path file : files()) {
      String uploadId = String.valueOf(file.getFileName());
      try {
        if (journal.contains(uploadId)) {
          runs.put(uploadId, json.readValue(Files.readAllBytes(file), LastRun.class));
        } else {
          Files.deleteIfExists(file);
        }
      } catch (IOException | JacksonException e) {
        LOG.warn("How far upload {} had got cannot be read", uploadId);
      }
    }
  }

  @Override
  public void ended(UploadProgress last, Optional<UploadException> failure) {
    if (last.state() == UploadState.COMPLETED) {
      forget(last.uploadId());
    } else {
      keep(last.uploadId(), LastRun.of(last, failure).after(runs.get(last.uploadId())));
    }
  }

  @Override
  public void settled(String uploadId) {
    of(uploadId).ifPresent(run -> keep(uploadId, run.over()));
  }

  private void keep(String uploadId, LastRun run) {
    runs.put(uploadId, run);
    try {
      StateDirectory.write(directory.resolve(uploadId), json.writeValueAsBytes(run));
    } catch (IOException e) {
      LOG.warn("How far upload {} had got is known to this process only", uploadId);
    }
  }

  private void forget(String uploadId) {
    try {
      if (runs.remove(uploadId) != null) {
        Files.deleteIfExists(directory.resolve(uploadId));
      }
    } catch (IOException e) {
      LOG.debug("Left for the next start to remove", e);
    }
  }

  private List<Path> files() {
    try (Stream<Path> found = Files.list(directory)) {
      return found.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot be read: " + directory, e);
    }
  }
}
