package io.github.youtubeupload;

import com.google.api.services.youtube.model.Video;
import com.google.api.services.youtube.model.VideoSnippet;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether an upload of unknown outcome made a video, by looking through the channel's
 * newest uploads for one that says what the request said and that no other upload of the journal
 * has made.
 */
final class Reconciliation {
  /**
   * A new video may take a while to show in the channel's list; sooner, its absence proves nothing.
   */
  static final Duration SETTLING = Duration.ofMinutes(10);

  /** Clocks differ; a video this much older than the request is not of it. */
  private static final Duration CLOCK_SKEW = Duration.ofHours(26);

  private final ChannelUploads channel;
  private final Timing timing;

  Reconciliation(ChannelUploads channel, Timing timing) {
    this.channel = channel;
    this.timing = timing;
  }

  /**
   * Gives the one video that matches, or an empty list if there is certainly none.
   *
   * @throws OutcomeUnknownException if several match, or if it is too early to be sure
   * @throws IOException if the channel could not be read
   */
  List<Video> find(UploadRecord record, List<UploadRecord> all) throws IOException {
    Set<String> known =
        all.stream()
            .filter(other -> other.step() == UploadStep.COMPLETED)
            .map(UploadRecord::videoId)
            .collect(Collectors.toSet());
    List<Video> matches =
        channel.since(record.createdAt().minus(CLOCK_SKEW)).stream()
            .filter(video -> !known.contains(video.getId()) && matches(record, video))
            .toList();
    if (matches.size() > 1) {
      throw new OutcomeUnknownException(
          record.uploadId(),
          "several videos of the channel match it: "
              + matches.stream().map(Video::getId).collect(Collectors.joining(", "))
              + "; look at them, and delete those that should not be there",
          null);
    }
    if (matches.isEmpty() && timing.now().isBefore(record.updatedAt().plus(SETTLING))) {
      throw new OutcomeUnknownException(
          record.uploadId(),
          "no video of the channel matches it yet, but one could still show up; reconcile again after "
              + record.updatedAt().plus(SETTLING),
          null);
    }
    return matches;
  }

  private static boolean matches(UploadRecord record, Video video) {
    VideoSnippet asked = MetadataJson.read(record.metadata()).getSnippet();
    VideoSnippet found = video.getSnippet();
    return asked != null
        && found != null
        && Objects.equals(asked.getTitle(), found.getTitle())
        && text(asked.getDescription()).equals(text(found.getDescription()))
        && tags(asked).equals(tags(found));
  }

  private static Set<String> tags(VideoSnippet snippet) {
    return snippet.getTags() == null ? Set.of() : Set.copyOf(snippet.getTags());
  }

  /** YouTube may take white space off the ends. */
  private static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }
}
