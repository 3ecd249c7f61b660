package io.github.youtubeupload.store;

import io.github.youtubeupload.source.SourceDescription;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that must outlast the process about one upload. Immutable. Credentials and tokens are never
 * part of it; the session URI, which works like a password, is, and {@link #toString} leaves it
 * out.
 *
 * @param uploadId the caller's id of the request, or a random one
 * @param step how far the upload had got when this was written
 * @param project the Google Cloud project whose quota pays
 * @param account the host's name for the channel's credentials; empty when it has only one
 * @param sourceName the source, for people
 * @param sourceLocator where the source is found again; null when only the host can supply it
 * @param source what the source was when the upload began; null before it was looked at
 * @param metadata the body of the request that opens the session, as JSON
 * @param parameters the query of that request, such as {@code part=snippet,status}
 * @param attempt counts the sessions opened or tried, from 1; 0 before the first. Names the
 *     reservation of quota together with the upload's id
 * @param session the session URI; null unless a session is open
 * @param confirmed bytes that YouTube said it holds
 * @param videoId the video; null unless the step is {@link UploadStep#COMPLETED}
 * @param failure why it ended or stopped, for people; null otherwise
 * @param createdAt when the upload was first accepted
 * @param updatedAt when this was written
 */
public record UploadRecord(
    String uploadId,
    UploadStep step,
    String project,
    String account,
    String sourceName,
    @Nullable String sourceLocator,
    @Nullable SourceDescription source,
    String metadata,
    String parameters,
    int attempt,
    @Nullable URI session,
    long confirmed,
    @Nullable String videoId,
    @Nullable String failure,
    Instant createdAt,
    Instant updatedAt) {

  /** By the time of acceptance; a clock that jumped may have mixed it up. */
  static final Comparator<UploadRecord> OLDEST_FIRST =
      Comparator.comparing(UploadRecord::createdAt).thenComparing(UploadRecord::uploadId);

  /** Whether this is the same video for the same channel with the same metadata. */
  public boolean asksForTheSame(UploadRecord other) {
    return project.equals(other.project)
        && account.equals(other.account)
        && sourceName.equals(other.sourceName)
        && metadata.equals(other.metadata)
        && parameters.equals(other.parameters);
  }

  /** A copy whose attempts go on counting from an earlier life of the same id. */
  public UploadRecord afterAttempts(int attempts) {
    return copy(step, source, attempts, session, confirmed, videoId, failure, updatedAt);
  }

  /** A copy at another step. */
  public UploadRecord at(UploadStep newStep, Instant now) {
    return copy(newStep, source, attempt, session, confirmed, videoId, null, now);
  }

  /** A copy that knows its source. */
  public UploadRecord describedAs(SourceDescription description, Instant now) {
    return copy(step, description, attempt, session, confirmed, videoId, failure, now);
  }

  /** A copy whose session is gone, and that begins anew. The attempts go on counting. */
  public UploadRecord startedOver(Instant now) {
    return copy(UploadStep.ACCEPTED, source, attempt, null, 0, null, null, now);
  }

  /** A copy about to open its next session. */
  public UploadRecord opening(Instant now) {
    return copy(UploadStep.OPENING, source, attempt + 1, null, 0, null, null, now);
  }

  /** A copy whose last opening never reached YouTube, so that it does not count. */
  public UploadRecord notOpened(Instant now) {
    return copy(UploadStep.ACCEPTED, source, attempt - 1, null, 0, null, null, now);
  }

  /** A copy with an open session, at an offset. */
  public UploadRecord sending(URI openSession, long offset, Instant now) {
    UploadStep next = step == UploadStep.FINALIZING ? step : UploadStep.SENDING;
    return copy(next, source, attempt, openSession, offset, null, null, now);
  }

  /** A copy that ended with a video. */
  public UploadRecord completed(String newVideoId, long size, Instant now) {
    return copy(UploadStep.COMPLETED, source, attempt, null, size, newVideoId, null, now);
  }

  /** A copy that ended without one, or for which nobody knows. The session is forgotten. */
  public UploadRecord ended(UploadStep end, String why, Instant now) {
    return copy(end, source, attempt, null, confirmed, null, why, now);
  }

  /** A copy that stopped for now and says why. */
  public UploadRecord stopped(String why, Instant now) {
    return copy(step, source, attempt, session, confirmed, videoId, why, now);
  }

  private UploadRecord copy(
      UploadStep newStep,
      @Nullable SourceDescription newSource,
      int newAttempt,
      @Nullable URI newSession,
      long newConfirmed,
      @Nullable String newVideoId,
      @Nullable String newFailure,
      Instant now) {
    return new UploadRecord(
        uploadId,
        newStep,
        project,
        account,
        sourceName,
        sourceLocator,
        newSource,
        metadata,
        parameters,
        newAttempt,
        newSession,
        newConfirmed,
        newVideoId,
        newFailure,
        createdAt,
        now);
  }

  @Override
  public String toString() {
    String sessionState = session == null ? "no session" : "open session";
    String video = Optional.ofNullable(videoId).map(id -> ", video " + id).orElse("");
    return "upload "
        + (uploadId + " of " + sourceName + ": " + step + ", attempt " + attempt + ", ")
        + (sessionState + ", " + confirmed + " bytes confirmed" + video);
  }
}
