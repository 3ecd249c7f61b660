package io.github.youtubeupload.contract;

import io.github.youtubeupload.source.SourceDescription;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import java.net.URI;
import java.time.Instant;
import java.util.OptionalLong;

/** Records to store. */
public final class SampleRecords {
  /** When the samples were accepted. */
  public static final Instant NOON = Instant.parse("2026-03-08T12:00:00.123456789Z");

  /** The session of {@link #sending}. */
  public static final URI SESSION =
      URI.create("https://youtube.example/upload?upload_id=SECRET-SESSION&x=%7Bb%7D");

  private SampleRecords() {}

  /** As little as a record can hold. */
  public static UploadRecord accepted(String uploadId) {
    return accepted(uploadId, NOON);
  }

  /** The same at another time. */
  public static UploadRecord accepted(String uploadId, Instant createdAt) {
    return new UploadRecord(
        uploadId,
        UploadStep.ACCEPTED,
        "render-farm",
        "",
        "friends.mp4",
        null,
        null,
        "{}",
        "",
        0,
        null,
        0,
        null,
        null,
        createdAt,
        createdAt);
  }

  /** A record with an open session. */
  public static UploadRecord sending(String uploadId) {
    return accepted(uploadId)
        .describedAs(
            new SourceDescription(
                "friends.mp4", "video/mp4", OptionalLong.of(Long.MAX_VALUE), "size,time:ab", true),
            NOON.plusSeconds(1))
        .opening(NOON.plusSeconds(2))
        .sending(SESSION, 1L << 40, NOON.plusSeconds(3));
  }

  /** A record in which every field has a value, most of them awkward. */
  public static UploadRecord full(String uploadId) {
    return new UploadRecord(
        uploadId,
        UploadStep.FINALIZING,
        "proj\"ect\\",
        "channel \u30c1\u30e3\u30f3\u30cd\u30eb",
        "a\tb\n\u2028.mp4",
        "file:///renders/a%20b.mp4",
        new SourceDescription("\u0000\u001f", "video/*", OptionalLong.empty(), "", false),
        "{\"title\":\"\ud83c\udfac, and half of one: \ud83c\"}",
        "notifySubscribers=false",
        Integer.MAX_VALUE,
        SESSION,
        Long.MAX_VALUE,
        "dQw4w9WgXcQ",
        "</script> & 'why'",
        Instant.MIN,
        Instant.MAX);
  }
}
