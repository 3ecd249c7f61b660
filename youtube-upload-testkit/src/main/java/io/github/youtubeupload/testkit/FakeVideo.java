package io.github.youtubeupload.testkit;

import java.time.Instant;
import java.util.List;

/**
 * A video that was uploaded completely, as it was when it was listed. Only the server makes one;
 * read it by name.
 *
 * @param id eleven characters, as YouTube's
 * @param channelId the channel it belongs to
 * @param projectId the project whose quota paid for it
 * @param title {@code snippet.title}
 * @param tags {@code snippet.tags}
 * @param privacyStatus public, unlisted or private; an omitted one has become public
 * @param sha256 of the bytes, 64 lower-case hexadecimal digits; empty with {@link Storage#DISCARD}
 * @param size bytes
 * @param contentType as declared when the upload began
 * @param metadataJson the JSON that the client sent with the video
 * @param sessionId number of the session in {@link FakeYouTube#sessions()}; 0 without a session
 * @param uploadedAt by the server's clock
 * @param uploadStatus uploaded, processed, failed or rejected
 */
public record FakeVideo(
    String id,
    String channelId,
    String projectId,
    String title,
    List<String> tags,
    String privacyStatus,
    String sha256,
    long size,
    String contentType,
    String metadataJson,
    long sessionId,
    Instant uploadedAt,
    String uploadStatus) {}
