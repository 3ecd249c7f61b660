package io.github.youtubeupload.internal.metadata;

import com.google.api.services.youtube.model.Video;
import com.google.api.services.youtube.model.VideoStatus;
import io.github.youtubeupload.store.UploadRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares what was asked for with what YouTube made of it. */
public final class MetadataDiff {
  private MetadataDiff() {}

  public static List<String> differences(UploadRecord record, Video made) {
    VideoStatus asked = MetadataJson.read(record.metadata()).getStatus();
    VideoStatus got = made.getStatus();
    List<String> differences = new ArrayList<>();
    if (asked != null && got != null) {
      compare("privacyStatus", asked.getPrivacyStatus(), got.getPrivacyStatus(), differences);
      compare("publishAt", asked.getPublishAt(), got.getPublishAt(), differences);
    }
    return differences;
  }

  private static void compare(
      String field, @Nullable Object asked, @Nullable Object got, List<String> differences) {
    if (asked != null && got != null && !Objects.equals(asked, got)) {
      differences.add("status." + field + ": asked for " + asked + ", YouTube set " + got);
    }
  }
}
