package io.github.youtubeupload;

import com.google.auth.Credentials;
import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.metadata.Violation;
import io.github.youtubeupload.quota.QuotaStatus;
import io.github.youtubeupload.quota.QuotaStoreException;
import io.github.youtubeupload.store.UploadClaim;
import io.github.youtubeupload.store.UploadPage;
import io.github.youtubeupload.store.UploadQuery;
import io.github.youtubeupload.store.UploadRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts videos on YouTube, each exactly once. Thread-safe; make one and share it.
 *
 * <p>An upload is known by the id of its request. Once {@link #submit} has returned, the upload is
 * in the journal, and with a state directory it outlives the process: {@link #resumeAll} at
 * start-up goes on with whatever was left.
 */
public final class UploadClient implements AutoCloseable {
  private final Settings settings;
  private final ClientResources resources;
  private final RunningUploads running = new RunningUploads();
  private final StoppedUploads stopped;
  private volatile boolean closed;

  UploadClient(Settings settings) {
    this.settings = settings;
    this.resources = ClientResources.of(settings);
    this.stopped = new StoppedUploads(resources);
  }

  /** Starts with every default. */
  public static UploadClientBuilder builder() {
    return new UploadClientBuilder();
  }

  /**
   * Uploads and waits for the end. An interrupt suspends the upload, throws {@link
   * UploadSuspendedException} and leaves the thread interrupted.
   *
   * @throws UploadException if there is no video; its subclass says what to do
   * @throws IllegalStateException if a listener of this client calls it, for the listener holds up
   *     the upload that it hears of: use {@link #submit} there
   */
  public UploadResult upload(UploadRequest request) {
    if (resources.callbacks().isInside()) {
      throw new IllegalStateException(
          "A listener cannot wait for its own client, which waits for the listener: submit upload "
              + request.id()
              + " instead");
    }
    return submit(request).await();
  }

  /**
   * Accepts an upload and returns at once; it runs as soon as one of the client's places is free.
   *
   * <p>The same id again joins the upload if it is running here, goes on with one that stopped,
   * gives the result of one that completed, and starts one that failed anew.
   *
   * @throws RejectedException if the metadata breaks YouTube's rules; nothing was spent
   * @throws ConflictException if the id belongs to another request, or another process has the
   *     upload
   * @throws UploadCancelledException if the upload of this id was cancelled before
   * @throws OutcomeUnknownException if the upload of this id must be reconciled first
   * @throws StoreException if the journal cannot be used
   * @throws IllegalArgumentException if neither client nor request has credentials
   * @throws IllegalStateException if the client is closed, or a listener submits the very upload
   *     that it hears of and that is stopping
   */
  public Upload submit(UploadRequest request) {
    Credentials credentials = settings.credentialsOr(request.credentials());
    UploadRecord wanted = ResumePolicy.of(request, settings);
    requireOpen();
    Optional<UploadTask> joined = running.joinOrBegin(request.id());
    if (joined.isPresent()) {
      ResumePolicy.requireSame(joined.get().record(), wanted);
      return new Upload(this, joined.get());
    }
    return begin(
        request.id(),
        found -> ResumePolicy.sameOrNew(found, wanted, () -> requireAcceptable(request)),
        record -> new UploadTask.Inputs(request.source(), credentials, request.listener()));
  }

  /** An earlier life of the request was accepted, though its time to be published may be past. */
  private void requireAcceptable(UploadRequest request) {
    List<Violation> violations = request.metadata().violations(settings.clock().now());
    if (!violations.isEmpty()) {
      throw new RejectedException(request.id(), violations);
    }
  }

  /**
   * Goes on with an upload that stopped, with the client's credentials and the source it began
   * with. Throws what {@link #resume(String, Resumption)} throws.
   */
  public Upload resume(String uploadId) {
    return resume(uploadId, Resumption.DEFAULT);
  }

  /**
   * Goes on with an upload that stopped; joins it if it is running here.
   *
   * @throws IllegalArgumentException if no upload has this id or it failed for good (submit its
   *     request again), its source cannot be found again, or no credentials are at hand for it,
   *     such as those of an account that the resumption does not give
   * @throws UploadCancelledException if it was cancelled
   * @throws OutcomeUnknownException if it must be reconciled first
   * @throws ConflictException if another process has the upload
   * @throws StoreException if the journal cannot be used
   * @throws IllegalStateException if the client is closed, or a listener resumes the very upload
   *     that it hears of and that is stopping
   */
  public Upload resume(String uploadId, Resumption resumption) {
    requireOpen();
    Optional<UploadTask> joined = running.joinOrBegin(uploadId);
    if (joined.isPresent()) {
      return new Upload(this, joined.get());
    }
    return begin(
        uploadId,
        found -> ResumePolicy.existing(found, uploadId),
        record ->
            new UploadTask.Inputs(
                resumption.source(record).orElseGet(() -> SourceLocators.find(record)),
                settings.credentialsOf(record, resumption),
                resumption.listener(record)));
  }

  /**
   * Claims the upload, decides what to start from, writes that down, and starts. A claim that leads
   * to no upload is given back.
   */
  private Upload begin(
      String uploadId,
      Function<Optional<UploadRecord>, UploadRecord> decide,
      Function<UploadRecord, UploadTask.Inputs> inputs) {
    UploadTask task;
    try {
      UploadClaim claim = claim(uploadId);
      try {
        UploadRecord record = decide.apply(ResumePolicy.stored(uploadId, claim::record));
        task = new UploadTask(resources, claim, record, inputs.apply(record), running::ended);
        if (!record.step().isFinal()) {
          task.accept();
        }
      } catch (RuntimeException | Error e) {
        claim.close();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      running.abandoned(uploadId);
      throw e;
    }
    if (task.record().step().isFinal()) {
      running.abandoned(uploadId);
      task.finishedBefore();
    } else {
      running.started(task);
      start(task);
    }
    return new Upload(this, task);
  }

  private void start(UploadTask task) {
    if (!task.start()) {
      throw new IllegalStateException(
          "The client was closed meanwhile; resume upload "
              + task.uploadId()
              + " with the next one");
    }
    if (closed) { // meanwhile, and perhaps without having seen this one
      task.stop(StopSignal.Reason.CLOSED);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The client is closed");
    }
  }

  /**
   * Goes on with every upload that stopped and that no other process has; for start-up. One that
   * cannot be resumed is left as it is, and the log says why.
   */
  public List<Upload> resumeAll(Resumption resumption) {
    return ResumeAll.resume(this, list(UploadQuery.UNFINISHED), resumption);
  }

  /**
   * What the journal knows of an upload.
   *
   * @throws StoreException if it cannot be used
   */
  public Optional<UploadRecord> find(String uploadId) {
    return ResumePolicy.stored(uploadId, () -> settings.storage().journal().find(uploadId));
  }

  /**
   * What the journal knows of all uploads, oldest first. All of it is in memory at once; {@link
   * #page} is for long journals.
   *
   * @throws StoreException if it cannot be used
   */
  public List<UploadRecord> list() {
    return list(UploadQuery.ALL);
  }

  /**
   * What the journal knows of the uploads that a query asks for, whatever its limit, oldest first.
   *
   * @throws StoreException if it cannot be used
   */
  public List<UploadRecord> list(UploadQuery query) {
    return ResumePolicy.stored("(all)", () -> settings.storage().journal().list(query));
  }

  /**
   * The same, a page at a time and in the journal's own order.
   *
   * @throws StoreException if it cannot be used
   * @throws IllegalArgumentException if the query's page token is not of this journal
   */
  public UploadPage page(UploadQuery query) {
    return ResumePolicy.stored("(all)", () -> settings.storage().journal().page(query));
  }

  /** The uploads that are queued or running in this client. */
  public List<Upload> running() {
    return running.all().stream().map(task -> new Upload(this, task)).toList();
  }

  /**
   * Cancels an upload, running here or stopped. The session at YouTube is discarded in the
   * background, best effort: that of a stopped upload with the client's credentials, unless it
   * names an account; otherwise it expires by itself.
   *
   * @return false if no upload has this id, or it had ended
   * @throws ConflictException if another process has the upload
   * @throws StoreException if the journal cannot be used
   */
  public boolean cancel(String uploadId) {
    Optional<UploadTask> task = running.find(uploadId);
    if (task.isPresent()) {
      if (task.get().stop(StopSignal.Reason.CANCELLED)) {
        return true;
      }
      task.get().awaitReleased(); // it ended meanwhile, perhaps only for now
    }
    try (UploadClaim claim = claim(uploadId)) {
      return ResumePolicy.stored(uploadId, claim::record)
          .filter(record -> stopped.cancel(claim, record))
          .isPresent();
    }
  }

  /** Suspends an upload that is queued or running here; false if none of that id is. */
  public boolean pause(String uploadId) {
    return running.find(uploadId).filter(task -> task.stop(StopSignal.Reason.PAUSED)).isPresent();
  }

  /** Settles an unknown outcome, with the client's credentials. */
  public Optional<String> reconcile(String uploadId) {
    return reconcile(uploadId, Resumption.DEFAULT);
  }

  /**
   * Settles an upload whose outcome is unknown, or that was cancelled after its last byte, by
   * looking through the channel's newest uploads for a video with the same title, description and
   * tags that no other upload in the journal has made or may have made. Needs the scope {@code
   * youtube.readonly} and a few units of the general quota.
   *
   * @return the video's id, and the upload is completed; or empty if there is certainly no video,
   *     and submitting the request again starts anew
   * @throws OutcomeUnknownException if it cannot be told yet, or not without somebody who looks at
   *     the videos; the message says which, and what to do
   * @throws AuthorizationException if the credentials may not read the channel
   * @throws QuotaExhaustedException if the general quota has no room for it today
   * @throws ConflictException if it is running, here or elsewhere
   * @throws StoreException if the journal cannot be used
   * @throws IllegalArgumentException if there is no upload of this id whose outcome is open, or it
   *     names an account whose credentials the resumption does not give
   */
  public Optional<String> reconcile(String uploadId, Resumption resumption) {
    try (UploadClaim claim = claim(uploadId)) {
      UploadRecord record =
          ResumePolicy.unsettled(ResumePolicy.stored(uploadId, claim::record), uploadId);
      Credentials credentials = settings.credentialsOf(record, resumption);
      return stopped.reconcile(claim, record, this::list, credentials);
    }
  }

  /**
   * Forgets uploads that ended longer ago than this; those of unknown outcome are kept. From then
   * on their ids are free, so keep them longer than anybody could submit one again.
   *
   * @return how many were forgotten
   */
  public int forgetEnded(Duration retention) {
    return stopped.forgetEnded(retention);
  }

  /**
   * Whether there is room for an upload today, in the client's project.
   *
   * @throws QuotaStoreException if the ledger cannot be reached: that says nothing about room
   */
  public QuotaStatus quota() {
    return settings.quota().status(settings.quota().project());
  }

  /**
   * Suspends all uploads, and waits the few milliseconds until they have stopped; a listener that
   * calls this does not wait for its own upload. If uploads were cancelled just before, it also
   * waits until YouTube has discarded their sessions, for at most two seconds in all; a session
   * that is left expires by itself.
   */
  @Override
  public void close() {
    closed = true;
    List<UploadTask> tasks = running.all();
    tasks.forEach(task -> task.stop(StopSignal.Reason.CLOSED));
    tasks.forEach(UploadTask::awaitEnd);
    resources.discarder().close();
    resources.threads().close();
  }

  private UploadClaim claim(String uploadId) {
    return ResumePolicy.stored(uploadId, () -> settings.storage().journal().claim(uploadId))
        .orElseThrow(() -> ResumePolicy.takenElsewhere(uploadId));
  }
}
