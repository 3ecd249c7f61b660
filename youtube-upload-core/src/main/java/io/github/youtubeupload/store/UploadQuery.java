package io.github.youtubeupload.store;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which records, and from where on. Immutable. Begin with {@link #ALL} or {@link #UNFINISHED}, and
 * narrow it.
 *
 * @param steps at which the record is; at least one
 * @param project the Google Cloud project that pays; null for any
 * @param account the host's name for the channel's credentials, empty for the client's own; null
 *     for any
 * @param updatedSince last written then or later; null for whenever
 * @param updatedBefore last written before that; null for whenever
 * @param limit at most so many on a page, 1 or more
 * @param pageToken {@link UploadPage#nextPageToken} of the page before; null for the first
 */
public record UploadQuery(
    Set<UploadStep> steps,
    @Nullable String project,
    @Nullable String account,
    @Nullable Instant updatedSince,
    @Nullable Instant updatedBefore,
    int limit,
    @Nullable String pageToken) {

  /** Every record, 100 a page. */
  public static final UploadQuery ALL =
      new UploadQuery(EnumSet.allOf(UploadStep.class), null, null, null, null, 100, null);

  /** Those of which something more will happen, 100 a page. */
  public static final UploadQuery UNFINISHED =
      ALL.at(
          EnumSet.of(
              UploadStep.ACCEPTED, UploadStep.OPENING, UploadStep.SENDING, UploadStep.FINALIZING));

  public UploadQuery {
    steps = Set.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("steps must hold at least one step");
    }
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be 1 or more, was " + limit);
    }
  }

  /** A copy that asks for records at these steps. */
  public UploadQuery at(Set<UploadStep> wanted) {
    return new UploadQuery(wanted, project, account, updatedSince, updatedBefore, limit, pageToken);
  }

  /** A copy that asks for a project's records. */
  public UploadQuery ofProject(String wanted) {
    return new UploadQuery(
        steps, requireNonNull(wanted), account, updatedSince, updatedBefore, limit, pageToken);
  }

  /** A copy that asks for an account's records. */
  public UploadQuery ofAccount(String wanted) {
    return new UploadQuery(
        steps, project, requireNonNull(wanted), updatedSince, updatedBefore, limit, pageToken);
  }

  /** A copy that asks for what was written then or later. */
  public UploadQuery since(Instant moment) {
    return new UploadQuery(
        steps, project, account, requireNonNull(moment), updatedBefore, limit, pageToken);
  }

  /** A copy that asks for what was written before that. */
  public UploadQuery before(Instant moment) {
    return new UploadQuery(
        steps, project, account, updatedSince, requireNonNull(moment), limit, pageToken);
  }

  /** A copy with pages of at most so many records. */
  public UploadQuery pagesOf(int records) {
    return new UploadQuery(
        steps, project, account, updatedSince, updatedBefore, records, pageToken);
  }

  /** A copy that goes on after a page; from the beginning if the token is null. */
  public UploadQuery after(@Nullable String token) {
    return new UploadQuery(steps, project, account, updatedSince, updatedBefore, limit, token);
  }

  /** Whether a record is asked for, wherever the page begins. */
  public boolean matches(UploadRecord record) {
    return steps.contains(record.step())
        && (project == null || project.equals(record.project()))
        && (account == null || account.equals(record.account()))
        && (updatedSince == null || !record.updatedAt().isBefore(updatedSince))
        && (updatedBefore == null || record.updatedAt().isBefore(updatedBefore));
  }

  /**
   * The page of a store that has all its records at hand, in any order: by upload id. All that a
   * small store needs to answer {@link UploadStore#page}.
   */
  public UploadPage pageOf(Collection<UploadRecord> all) {
    String last = pageToken;
    List<UploadRecord> found =
        all.stream()
            .filter(record -> last == null || record.uploadId().compareTo(last) > 0)
            .filter(this::matches)
            .sorted(Comparator.comparing(UploadRecord::uploadId))
            .limit(limit + 1L)
            .toList();
    boolean more = found.size() > limit;
    List<UploadRecord> page = more ? found.subList(0, limit) : found;
    return new UploadPage(page, more ? page.get(limit - 1).uploadId() : null);
  }
}
