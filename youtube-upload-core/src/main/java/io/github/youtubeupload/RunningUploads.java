package io.github.youtubeupload;

import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The uploads of a client that are queued or running, each of them once. Thread-safe. */
final class RunningUploads {
  private static final int STRIPES = 64;

  private final Function<String, UploadClaim> claims;
  private final Map<String, UploadTask> tasks = new ConcurrentHashMap<>();
  private final Object[] starting = Stream.generate(Object::new).limit(STRIPES).toArray();

  RunningUploads(Function<String, UploadClaim> claims) {
    this.claims = claims;
  }

  @Nullable UploadTask find(String uploadId) {
    return tasks.get(uploadId);
  }

  List<UploadTask> all() {
    return List.copyOf(tasks.values());
  }

  void ended(UploadTask task) {
    tasks.remove(task.uploadId(), task);
  }

  /** Of threads that bring one id at once, the first starts the upload and the others join it. */
  Upload start(String uploadId, Chooser choose, TaskMaker make) {
    synchronized (starting[Math.floorMod(uploadId.hashCode(), STRIPES)]) {
      UploadTask joined = tasks.get(uploadId);
      if (joined != null) {
        choose.from(Optional.of(joined.record()), true);
        return new Upload(joined);
      }
      return claimAndStart(uploadId, choose, make);
    }
  }

  /** A claim that leads to no task is given back. */
  private Upload claimAndStart(String uploadId, Chooser choose, TaskMaker make) {
    UploadClaim claim = claims.apply(uploadId);
    try {
      UploadRecord record = choose.from(ResumePolicy.stored(uploadId, claim::record), false);
      UploadTask task = make.of(record, claim);
      if (record.step() == UploadStep.COMPLETED) {
        task.finishedBefore();
      } else {
        tasks.put(uploadId, task);
        task.accept();
      }
      return new Upload(task);
    } catch (RuntimeException | Error e) {
      tasks.remove(uploadId);
      claim.close();
      throw e;
    }
  }

  /** Says what to start with, or why there is nothing to start or, if it is running, to join. */
  interface Chooser {
    UploadRecord from(Optional<UploadRecord> found, boolean running);
  }

  interface TaskMaker {
    UploadTask of(UploadRecord record, UploadClaim claim);
  }
}
