package io.github.youtubeupload;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.youtube.YouTube;
import com.google.api.services.youtube.model.Channel;
import com.google.api.services.youtube.model.PlaylistItem;
import com.google.api.services.youtube.model.PlaylistItemListResponse;
import com.google.api.services.youtube.model.Video;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import io.github.youtubeupload.quota.ApiCall;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a channel's own uploads, newest first. Needs the scope {@code youtube.readonly}; every page
 * costs two units of the general quota.
 */
final class ChannelUploads {
  private static final long PAGE = 50;
  private static final int MOST_PAGES = 100;

  private final YouTube youtube;
  private final Consumer<ApiCall> charge;

  ChannelUploads(
      HttpTransport transport,
      Credentials credentials,
      Settings settings,
      Consumer<ApiCall> charge) {
    this.youtube =
        new YouTube.Builder(transport, GsonFactory.getDefaultInstance(), quietly(credentials))
            .setRootUrl(settings.root().toString())
            .setApplicationName(settings.applicationName())
            .build();
    this.charge = charge;
  }

  /** Google's client would log the token, and a curl command with it, if a host turned that on. */
  private static HttpRequestInitializer quietly(Credentials credentials) {
    HttpCredentialsAdapter adapter = new HttpCredentialsAdapter(credentials);
    return request -> {
      adapter.initialize(request);
      request.setLoggingEnabled(false);
      request.setCurlLoggingEnabled(false);
    };
  }

  /** All videos published at or after a moment. */
  List<Video> since(Instant moment) throws IOException {
    String playlist = uploadsPlaylist();
    List<Video> videos = new ArrayList<>();
    String page = null;
    for (int i = 0; i < MOST_PAGES && playlist != null; i++) {
      charge.accept(ApiCall.PLAYLIST_ITEMS_LIST);
      PlaylistItemListResponse items =
          youtube
              .playlistItems()
              .list(List.of("contentDetails"))
              .setPlaylistId(playlist)
              .setMaxResults(PAGE)
              .setPageToken(page)
              .execute();
      List<String> recent = new ArrayList<>();
      for (PlaylistItem item : items.getItems()) {
        if (!publishedAt(item).isBefore(moment)) {
          recent.add(item.getContentDetails().getVideoId());
        }
      }
      videos.addAll(read(recent));
      page = items.getNextPageToken();
      if (page == null || recent.isEmpty()) {
        return videos;
      }
    }
    return videos;
  }

  private @Nullable String uploadsPlaylist() throws IOException {
    charge.accept(ApiCall.CHANNELS_LIST);
    List<Channel> channels =
        youtube.channels().list(List.of("contentDetails")).setMine(true).execute().getItems();
    return channels == null || channels.isEmpty()
        ? null
        : channels.get(0).getContentDetails().getRelatedPlaylists().getUploads();
  }

  private List<Video> read(List<String> ids) throws IOException {
    if (ids.isEmpty()) {
      return List.of();
    }
    charge.accept(ApiCall.VIDEOS_LIST);
    List<Video> videos =
        youtube.videos().list(List.of("snippet", "status")).setId(ids).execute().getItems();
    return videos == null ? List.of() : videos;
  }

  /** An item without a date may be of any time, so it is looked at. */
  private static Instant publishedAt(PlaylistItem item) {
    return item.getContentDetails().getVideoPublishedAt() == null
        ? Instant.MAX
        : Instant.ofEpochMilli(item.getContentDetails().getVideoPublishedAt().getValue());
  }
}
