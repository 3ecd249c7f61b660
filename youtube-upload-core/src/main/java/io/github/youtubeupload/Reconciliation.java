package io.github.youtubeupload;

import com.google.api.services.youtube.model.Video;
import io.github.youtubeupload.internal.concurrent.ProcessClock;
import io.github.youtubeupload.internal.metadata.VideoText;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds out whether an upload of unknown outcome made a video, by looking through the channel's
 * newest uploads for one that says what the request said and that no other upload of the journal
 * has made. Where that leaves room for a wrong answer, it gives none.
 */
final class Reconciliation {
  /**
   * A new video may take a while to show in the channel's list; sooner, its absence proves nothing.
   */
  static final Duration SETTLING = Duration.ofMinutes(10);

  /** Clocks differ; a video this much older than the request is not of it. */
  private static final Duration CLOCK_SKEW = Duration.ofHours(26);

  private final ChannelUploads channel;
  private final ProcessClock clock;

  Reconciliation(ChannelUploads channel, ProcessClock clock) {
    this.channel = channel;
    this.clock = clock;
  }

  /**
   * Gives the one video that matches, or empty if there is certainly none.
   *
   * @throws OutcomeUnknownException if it cannot be told; the message says why and what to do
   * @throws IOException if the channel could not be read
   */
  Optional<String> find(UploadRecord record, Supplier<List<UploadRecord>> journal)
      throws IOException {
    if (record.parameters().contains(UploadRequest.CONTENT_OWNER)) {
      throw unknown(
          record,
          "it was uploaded on behalf of a content owner, whose channels cannot be looked through;"
              + " look there yourself, and submit the request under a new id only if there is no"
              + " such video");
    }
    List<Video> recent = channel.since(record.createdAt().minus(CLOCK_SKEW));
    // Read after the search, the journal knows of every video found who may have made it.
    List<UploadRecord> all = journal.get();
    VideoText asked = VideoText.asked(record);
    List<Video> free = withoutOwner(recent, all);
    List<String> matches = ids(free, asked::equals);
    if (matches.isEmpty()) {
      requireAbsence(record, ids(free, found -> found.title().equals(asked.title())));
      return Optional.empty();
    }
    requireOne(record, matches, twins(record, asked, all));
    return Optional.of(matches.get(0));
  }

  private static List<Video> withoutOwner(List<Video> videos, List<UploadRecord> all) {
    Set<String> owned =
        all.stream()
            .filter(other -> other.step() == UploadStep.COMPLETED)
            .map(UploadRecord::videoId)
            .collect(Collectors.toSet());
    return videos.stream().filter(video -> !owned.contains(video.getId())).toList();
  }

  /** A video that came while pages were turned is on two of them, and counts once. */
  private static List<String> ids(List<Video> videos, Predicate<VideoText> wanted) {
    return videos.stream()
        .filter(video -> wanted.test(VideoText.of(video.getSnippet())))
        .map(Video::getId)
        .distinct()
        .toList();
  }

  /** The other uploads that may have made a video which cannot be told from this one's. */
  private static List<UploadRecord> twins(
      UploadRecord record, VideoText asked, List<UploadRecord> all) {
    return all.stream()
        .filter(other -> !other.uploadId().equals(record.uploadId()))
        .filter(other -> other.account().equals(record.account()))
        .filter(other -> other.step() == UploadStep.FINALIZING || other.step().isUnsettled())
        .filter(other -> VideoText.asked(other).equals(asked))
        .toList();
  }

  private static void requireOne(
      UploadRecord record, List<String> matches, List<UploadRecord> twins) {
    String videos = String.join(", ", matches);
    if (!twins.isEmpty()) {
      throw unknown(
          record,
          "what is on the channel ("
              + (videos + ") may be its own or that of " + names(twins))
              + ", which said the same title, description and tags; let those end that are"
              + " FINALIZING, and reconcile again; if none is, look whose video it is, and submit"
              + " what is missing under a new id");
    }
    if (matches.size() > 1) {
      throw unknown(
          record,
          "several videos of the channel match it: "
              + videos
              + "; look at them, and delete those that should not be there");
    }
  }

  private void requireAbsence(UploadRecord record, List<String> sameTitle) {
    Instant sure = record.updatedAt().plus(SETTLING);
    if (clock.earliestNow().isBefore(sure)) {
      throw unknown(
          record,
          "no video of the channel matches it yet, but one could still show up; reconcile again after "
              + sure);
    }
    if (!sameTitle.isEmpty()) {
      throw unknown(
          record,
          "videos of the channel have its title, but another description or other tags: "
              + String.join(", ", sameTitle)
              + "; look at them, and submit the request under a new id only if none is its own");
    }
  }

  private static String names(List<UploadRecord> uploads) {
    return uploads.stream()
        .map(upload -> upload.uploadId() + " (" + upload.step() + ")")
        .collect(Collectors.joining(", "));
  }

  private static OutcomeUnknownException unknown(UploadRecord record, String why) {
    return new OutcomeUnknownException(record.uploadId(), why, null);
  }
}
