package io.github.youtubeupload;

import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.youtube.YouTube;
import com.google.api.services.youtube.YouTubeRequest;
import com.google.api.services.youtube.model.Channel;
import com.google.api.services.youtube.model.PlaylistItem;
import com.google.api.services.youtube.model.PlaylistItemListResponse;
import com.google.api.services.youtube.model.Video;
import io.github.youtubeupload.internal.protocol.FailureTable;
import io.github.youtubeupload.internal.protocol.Refusal;
import io.github.youtubeupload.internal.protocol.RefusalParser;
import io.github.youtubeupload.quota.ApiCall;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Reads a channel's own uploads, newest first. Needs the scope {@code youtube.readonly}; every page
 * costs two units of the general quota.
 */
final class ChannelUploads {
  private static final long PAGE = 50;
  private static final String MISSING_SCOPE =
      "the channel's uploads cannot be read (%s): reconcile needs the scope youtube.readonly"
          + " besides youtube.upload";
  private static final String NO_CHANNEL =
      "the account of these credentials has no channel, so the video cannot be looked for; reconcile"
          + " with the credentials of the channel it was uploaded to, or look there yourself, and"
          + " submit the request under a new id only if it has no such video";

  private static final String NO_LIST =
      "YouTube gives no list of the channel's uploads (playlistNotFound), as it does for a channel"
          + " without a video, which is no proof; look there yourself, and submit the request under"
          + " a new id only if it has no such video";

  private final String uploadId;
  private final YouTube youtube;
  private final RequestAuthorization authorization;
  private final UploadQuota quota;
  private final String round = UUID.randomUUID().toString();

  ChannelUploads(
      String uploadId,
      HttpTransport transport,
      RequestAuthorization authorization,
      Settings settings,
      UploadQuota quota) {
    this.uploadId = uploadId;
    this.youtube =
        new YouTube.Builder(transport, GsonFactory.getDefaultInstance(), this::prepare)
            .setRootUrl(settings.api().root().toString())
            .setApplicationName(settings.api().applicationName())
            .build();
    this.authorization = authorization;
    this.quota = quota;
  }

  /** Google's client would log the token, and a curl command with it, if a host turned that on. */
  private void prepare(HttpRequest request) throws IOException {
    request.setLoggingEnabled(false);
    request.setCurlLoggingEnabled(false);
    request.getHeaders().setAuthorization(authorization.header());
    AtomicBoolean renewed = new AtomicBoolean();
    request.setUnsuccessfulResponseHandler(
        (refused, response, supportsRetry) -> {
          if (response.getStatusCode() != 401 || renewed.getAndSet(true)) {
            return false;
          }
          authorization.refresh();
          refused.getHeaders().setAuthorization(authorization.header());
          return true;
        });
  }

  /**
   * All videos published at or after a moment. However many there are, the quota is the end.
   *
   * @throws OutcomeUnknownException if there is no channel or no list to look through
   */
  List<Video> since(Instant moment) throws IOException {
    List<Video> videos = new ArrayList<>();
    String playlist = uploadsPlaylist();
    String page = null;
    List<String> recent;
    do {
      PlaylistItemListResponse items = items(playlist, page);
      recent =
          items.getItems().stream()
              .filter(item -> !publishedAt(item).isBefore(moment))
              .map(item -> item.getContentDetails().getVideoId())
              .toList();
      videos.addAll(read(recent));
      page = items.getNextPageToken();
    } while (page != null && !recent.isEmpty());
    return videos;
  }

  private PlaylistItemListResponse items(String playlist, @Nullable String page)
      throws IOException {
    try {
      return paid(
          ApiCall.PLAYLIST_ITEMS_LIST,
          youtube
              .playlistItems()
              .list(List.of("contentDetails"))
              .setPlaylistId(playlist)
              .setMaxResults(PAGE)
              .setPageToken(page));
    } catch (Refused e) {
      if (e.reason.equals("playlistNotFound")) {
        throw new OutcomeUnknownException(uploadId, NO_LIST, e);
      }
      throw e;
    }
  }

  private String uploadsPlaylist() throws IOException {
    List<Channel> channels =
        paid(
                ApiCall.CHANNELS_LIST,
                youtube.channels().list(List.of("contentDetails")).setMine(true))
            .getItems();
    if (channels == null || channels.isEmpty()) {
      throw new OutcomeUnknownException(uploadId, NO_CHANNEL, null);
    }
    return channels.get(0).getContentDetails().getRelatedPlaylists().getUploads();
  }

  private List<Video> read(List<String> ids) throws IOException {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Video> videos =
        paid(ApiCall.VIDEOS_LIST, youtube.videos().list(List.of("snippet", "status")).setId(ids))
            .getItems();
    return videos == null ? List.of() : videos;
  }

  /** Pays, asks, and says what a refusal means for the caller. */
  private <T> T paid(ApiCall call, YouTubeRequest<T> request) throws IOException {
    String reservation = quota.spendOn(call, round);
    try {
      return request.execute();
    } catch (HttpResponseException e) {
      Refusal refusal = refusal(e);
      switch (FailureTable.action(refusal, false)) {
        case QUOTA_EXHAUSTED -> throw quota.refused(call, reservation, refusal.toString());
        case REFRESH ->
            throw unauthorized("Google does not accept the credentials (%s)".formatted(refusal), e);
        case AUTHORIZE -> throw unauthorized(MISSING_SCOPE.formatted(refusal), e);
        default -> throw new Refused(refusal, e);
      }
    }
  }

  /** Google's client has unwrapped the body. */
  private static Refusal refusal(HttpResponseException e) {
    return RefusalParser.parse(
        e.getStatusCode(), "{\"error\":" + e.getContent() + "}", Optional.empty());
  }

  private AuthorizationException unauthorized(String why, HttpResponseException e) {
    return new AuthorizationException(uploadId, why + "; let the user consent again", e);
  }

  /** An item without a date may be of any time, so it is looked at. */
  private static Instant publishedAt(PlaylistItem item) {
    return item.getContentDetails().getVideoPublishedAt() == null
        ? Instant.MAX
        : Instant.ofEpochMilli(item.getContentDetails().getVideoPublishedAt().getValue());
  }

  /** An answer that may be another one next time. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;
    private final String reason;

    Refused(Refusal refusal, HttpResponseException cause) {
      super(refusal.toString(), cause);
      this.reason = refusal.reason();
    }
  }
}
