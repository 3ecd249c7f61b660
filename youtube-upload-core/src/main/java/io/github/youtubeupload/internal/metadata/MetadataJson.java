package io.github.youtubeupload.internal.metadata;

import com.google.api.client.json.gson.GsonFactory;
import com.google.api.client.util.DateTime;
import com.google.api.services.youtube.model.Video;
import com.google.api.services.youtube.model.VideoLocalization;
import com.google.api.services.youtube.model.VideoRecordingDetails;
import com.google.api.services.youtube.model.VideoSnippet;
import com.google.api.services.youtube.model.VideoStatus;
import io.github.youtubeupload.metadata.License;
import io.github.youtubeupload.metadata.VideoMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Metadata as YouTube's video resource. The same metadata always gives the same text. */
public final class MetadataJson {
  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private MetadataJson() {}

  /** The parts of the resource that are set, as the query parameter names them. */
  public static String part(VideoMetadata metadata) {
    return "snippet,status"
        + (metadata.localizations().isEmpty() ? "" : ",localizations")
        + (metadata.recordingDate().isEmpty() ? "" : ",recordingDetails");
  }

  public static String write(VideoMetadata metadata) {
    Video video = new Video().setSnippet(snippet(metadata)).setStatus(status(metadata));
    if (!metadata.localizations().isEmpty()) {
      video.setLocalizations(localizations(metadata));
    }
    metadata
        .recordingDate()
        .ifPresent(
            date ->
                video.setRecordingDetails(
                    new VideoRecordingDetails().setRecordingDate(dateTime(date))));
    try {
      return GsonFactory.getDefaultInstance().toString(video);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Video read(String metadata) {
    try {
      return GsonFactory.getDefaultInstance().fromString(metadata, Video.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VideoSnippet snippet(VideoMetadata metadata) {
    VideoSnippet snippet =
        new VideoSnippet()
            .setTitle(metadata.title())
            .setDescription(metadata.description())
            .setCategoryId(metadata.categoryId());
    if (!metadata.tags().isEmpty()) {
      snippet.setTags(metadata.tags());
    }
    metadata.defaultLanguage().ifPresent(snippet::setDefaultLanguage);
    return snippet;
  }

  private static VideoStatus status(VideoMetadata metadata) {
    VideoStatus status = new VideoStatus().setPrivacyStatus(metadata.privacy().wireName());
    metadata.publishAt().map(MetadataJson::dateTime).ifPresent(status::setPublishAt);
    metadata.license().map(License::wireName).ifPresent(status::setLicense);
    metadata.embeddable().ifPresent(status::setEmbeddable);
    metadata.publicStatsViewable().ifPresent(status::setPublicStatsViewable);
    metadata.madeForKids().ifPresent(status::setSelfDeclaredMadeForKids);
    metadata.containsSyntheticMedia().ifPresent(status::setContainsSyntheticMedia);
    return status;
  }

  private static Map<String, VideoLocalization> localizations(VideoMetadata metadata) {
    Map<String, VideoLocalization> all = new TreeMap<>();
    metadata
        .localizations()
        .forEach(
            (language, text) ->
                all.put(
                    language,
                    new VideoLocalization()
                        .setTitle(text.title())
                        .setDescription(text.description())));
    return all;
  }

  /**
   * The rules of metadata refuse every time that does not fit, but a request is compared with its
   * earlier life before they are asked.
   */
  private static DateTime dateTime(Instant instant) {
    boolean fits = !instant.isAfter(LAST) && !instant.isBefore(FIRST);
    long nearest = instant.isAfter(LAST) ? Long.MAX_VALUE : Long.MIN_VALUE;
    return new DateTime(false, fits ? instant.toEpochMilli() : nearest, 0);
  }
}
