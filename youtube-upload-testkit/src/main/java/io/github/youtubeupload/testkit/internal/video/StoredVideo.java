package io.github.youtubeupload.testkit.internal.video;

import io.github.youtubeupload.testkit.FakeVideo;
import io.github.youtubeupload.testkit.internal.json.Json;
import io.github.youtubeupload.testkit.internal.metadata.SentResource;
import io.github.youtubeupload.testkit.internal.metadata.UploadRequest;
import io.github.youtubeupload.testkit.internal.storage.StoredBytes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A video and how far its processing is. Thread-safe. */
public final class StoredVideo {
  private final String id;
  private final UploadRequest request;
  private final long session;
  private final Clock clock;
  private final Instant uploadedAt;
  private final StoredBytes bytes;
  private final String sha256;
  private SentResource metadata;
  private String uploadStatus = "uploaded";
  private String reason = "";
  private int polls;

  StoredVideo(String id, UploadRequest request, long session, Clock clock, StoredBytes bytes) {
    this.id = id;
    this.request = request;
    this.session = session;
    this.clock = clock;
    this.uploadedAt = clock.instant();
    this.bytes = bytes;
    this.sha256 = bytes.sha256();
    this.metadata = request.resource();
  }

  public String id() {
    return id;
  }

  public String channel() {
    return request.grant().channel();
  }

  public String contentType() {
    return request.contentType();
  }

  public StoredBytes bytes() {
    return bytes;
  }

  Instant uploadedAt() {
    return uploadedAt;
  }

  public synchronized SentResource metadata() {
    return metadata;
  }

  public synchronized void update(SentResource changed) {
    metadata = changed;
  }

  /** Moves the processing to its end. */
  public synchronized void become(String status, String why) {
    uploadStatus = status;
    reason = why;
  }

  /** Counts a look at the processing; after {@code enough} looks it is done. */
  public synchronized void poll(int enough) {
    polls++;
    if (enough > 0 && polls >= enough && uploadStatus.equals("uploaded")) {
      uploadStatus = "processed";
    }
  }

  public synchronized FakeVideo view() {
    return new FakeVideo(
        id,
        channel(),
        request.grant().project(),
        metadata.title(),
        metadata.tags(),
        privacyStatus(),
        sha256,
        bytes.length(),
        request.contentType(),
        request.resource().json(),
        session,
        uploadedAt,
        uploadStatus);
  }

  /** The video as the API shows it. */
  public synchronized Map<String, Object> resource(Set<String> parts) {
    Map<String, Object> video =
        Json.object("kind", "youtube#video", "etag", "etag-" + id + "-" + polls, "id", id);
    if (parts.contains("snippet")) {
      video.put("snippet", snippet());
    }
    if (parts.contains("status")) {
      video.put("status", status());
    }
    if (parts.contains("processingDetails")) {
      video.put("processingDetails", processing());
    }
    if (parts.contains("contentDetails")) {
      video.put("contentDetails", Json.object("duration", "P0D", "definition", "hd"));
    }
    for (String part : List.of("localizations", "recordingDetails")) {
      if (parts.contains(part) && metadata.root().containsKey(part)) {
        video.put(part, metadata.object(part));
      }
    }
    return video;
  }

  private Map<String, Object> snippet() {
    Map<String, Object> snippet =
        Json.object(
            "publishedAt", uploadedAt.toString(),
            "channelId", channel(),
            "title", metadata.title(),
            "description", metadata.text("snippet", "description"),
            "channelTitle", "Channel " + channel());
    metadata
        .value("snippet", "tags")
        .ifPresent(t -> snippet.put("tags", new ArrayList<>(metadata.tags())));
    snippet.put("categoryId", metadata.value("snippet", "categoryId").orElse("22"));
    metadata.value("snippet", "defaultLanguage").ifPresent(l -> snippet.put("defaultLanguage", l));
    return snippet;
  }

  private Map<String, Object> status() {
    Map<String, Object> status = Json.object("uploadStatus", uploadStatus);
    if (!reason.isEmpty()) {
      status.put(uploadStatus.equals("failed") ? "failureReason" : "rejectionReason", reason);
    }
    status.putAll(Json.object("license", "youtube", "embeddable", true));
    status.putAll(metadata.object("status"));
    status.put("privacyStatus", privacyStatus());
    return status;
  }

  /** Public once its time has come. */
  private String privacyStatus() {
    String publishAt = metadata.text("status", "publishAt");
    boolean due =
        !publishAt.isEmpty()
            && !OffsetDateTime.parse(publishAt).toInstant().isAfter(clock.instant());
    return due ? "public" : metadata.privacyStatus();
  }

  private Map<String, Object> processing() {
    boolean done = !uploadStatus.equals("uploaded");
    boolean good = uploadStatus.equals("processed");
    Map<String, Object> details =
        Json.object("processingStatus", done ? good ? "succeeded" : "failed" : "processing");
    if (!done) {
      details.put(
          "processingProgress",
          Json.object("partsTotal", "1000", "partsProcessed", Math.min(990, polls * 100) + ""));
    }
    return details;
  }
}
