package io.github.youtubeupload.testkit;

import java.time.Instant;
import java.util.Optional;

/**
 * An upload session, as it was when it was listed. Only the server makes one; read it by name.
 *
 * @param id 1 for the first session of the server, and so on; not the secret in its URI
 * @param projectId the project that was charged
 * @param channelId the channel that the video is for
 * @param metadataJson the JSON that opened the session
 * @param declaredSize bytes, or -1 as long as the client has not said
 * @param bytesStored bytes kept so far
 * @param quotaCharged units charged when it was opened
 * @param openedAt by the server's clock
 * @param state where its life stands
 * @param videoId the video made of it
 */
public record FakeSession(
    long id,
    String projectId,
    String channelId,
    String metadataJson,
    long declaredSize,
    long bytesStored,
    long quotaCharged,
    Instant openedAt,
    State state,
    Optional<String> videoId) {
  /** Where the life of a session stands. */
  public enum State {
    /** Takes bytes. */
    OPEN,
    /** Has made its video. */
    FINISHED,
    /** Was deleted by the client. */
    CANCELLED,
    /** Was ended by the server. */
    DEAD
  }
}
