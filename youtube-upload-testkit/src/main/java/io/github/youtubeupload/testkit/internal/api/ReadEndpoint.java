package io.github.youtubeupload.testkit.internal.api;

import io.github.youtubeupload.testkit.Bucket;
import io.github.youtubeupload.testkit.FakeVideo;
import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.json.Json;
import io.github.youtubeupload.testkit.internal.metadata.Parts;
import io.github.youtubeupload.testkit.internal.oauth.Access;
import io.github.youtubeupload.testkit.internal.oauth.Authorizer;
import io.github.youtubeupload.testkit.internal.oauth.Scopes;
import io.github.youtubeupload.testkit.internal.quota.QuotaLedger;
import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import io.github.youtubeupload.testkit.internal.video.StoredVideo;
import io.github.youtubeupload.testkit.internal.video.VideoStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code videos.list}, {@code channels.list} and {@code playlistItems.list}: 1 unit each. */
public final class ReadEndpoint {
  private static final Set<String> RESOURCES = Set.of("videos", "channels", "playlistItems");

  private final VideoStore videos;
  private final List<String> channels;
  private final int processedAfterPolls;
  private final QuotaLedger quota;
  private final Authorizer authorizer;

  /**
   * The endpoint over what it shows.
   *
   * @param channels the ids of all channels
   * @param processedAfterPolls videos are processed once they were listed so often; 0 for never
   */
  public ReadEndpoint(
      VideoStore videos,
      List<String> channels,
      int processedAfterPolls,
      QuotaLedger quota,
      Authorizer authorizer) {
    this.videos = videos;
    this.channels = channels;
    this.processedAfterPolls = processedAfterPolls;
    this.quota = quota;
    this.authorizer = authorizer;
  }

  Reply handle(Request request, String resource) {
    if (!RESOURCES.contains(resource)) {
      return Refusals.plain(404).reply();
    }
    Access access = authorizer.admit(request, Scopes.TO_READ);
    if (access.refusal().isPresent()) {
      return access.refusal().get().reply();
    }
    Grant grant = access.grant().orElseThrow();
    Optional<Refusal> noRoom = quota.charge(grant.project(), Bucket.SHARED, 1);
    if (noRoom.isPresent()) {
      return noRoom.get().reply();
    }
    Set<String> parts = Parts.of(request);
    if (parts.isEmpty()) {
      return Refusals.required("part").reply();
    }
    return switch (resource) {
      case "videos" -> videos(request, grant, parts);
      case "channels" -> channels(request, grant, parts);
      default -> playlistItems(request, grant, parts);
    };
  }

  private Reply videos(Request request, Grant grant, Set<String> parts) {
    String[] ids = request.query("id").orElse("").split("[, ]+", -1);
    if (ids[0].isEmpty()) {
      return Refusals.required("id").reply();
    } else if (ids.length > 50) {
      return Refusals.badRequest("At most 50 ids may be given.").reply();
    }
    List<Object> items = new ArrayList<>();
    for (String id : ids) {
      videos
          .find(id)
          .filter(video -> visible(video, grant))
          .ifPresent(
              video -> {
                video.poll(processedAfterPolls);
                items.add(video.resource(parts));
              });
    }
    return list("youtube#videoListResponse", items, items.size(), Optional.empty());
  }

  private static boolean visible(StoredVideo video, Grant grant) {
    FakeVideo view = video.view();
    return view.channelId().equals(grant.channel()) || !view.privacyStatus().equals("private");
  }

  private Reply channels(Request request, Grant grant, Set<String> parts) {
    boolean mine = request.query("mine").filter("true"::equals).isPresent();
    List<String> ids = mine ? List.of(grant.channel()) : List.of(request.query("id").orElse(""));
    List<Object> items = new ArrayList<>();
    for (String id : ids) {
      if (channels.contains(id)) {
        items.add(channel(id, parts));
      }
    }
    return list("youtube#channelListResponse", items, items.size(), Optional.empty());
  }

  private static Map<String, Object> channel(String id, Set<String> parts) {
    Map<String, Object> channel = Json.object("kind", "youtube#channel", "id", id);
    if (parts.contains("snippet")) {
      channel.put("snippet", Json.object("title", "Channel " + id));
    }
    if (parts.contains("status")) {
      channel.put("status", Json.object("privacyStatus", "public", "longUploadsStatus", "allowed"));
    }
    if (parts.contains("contentDetails")) {
      channel.put(
          "contentDetails",
          Json.object("relatedPlaylists", Json.object("uploads", uploadsPlaylist(id))));
    }
    return channel;
  }

  /** As on YouTube, the channel's id with UU for UC. */
  private static String uploadsPlaylist(String channel) {
    return "UU" + channel.replaceFirst("^UC", "");
  }

  /** As on YouTube, there is no such playlist before the channel's first video. */
  private Reply playlistItems(Request request, Grant grant, Set<String> parts) {
    String playlist = request.query("playlistId").orElse("");
    Optional<String> channel =
        channels.stream().filter(c -> uploadsPlaylist(c).equals(playlist)).findFirst();
    List<StoredVideo> uploads = channel.map(videos::ofChannel).orElse(List.of());
    if (uploads.isEmpty()) {
      return Refusal.of(404, "youtube.playlistItem", "playlistNotFound", "No such playlist.")
          .reply();
    }
    List<StoredVideo> all = uploads.stream().filter(v -> visible(v, grant)).toList();
    int size = Math.max(1, Math.min(50, number(request.query("maxResults"), 5)));
    int start = Math.max(0, number(request.query("pageToken"), 0));
    List<Object> items = new ArrayList<>();
    for (int i = start; i < Math.min(all.size(), start + size); i++) {
      items.add(item(all.get(i), playlist, i, parts));
    }
    boolean more = start + size < all.size();
    Optional<String> next = more ? Optional.of(Integer.toString(start + size)) : Optional.empty();
    return list("youtube#playlistItemListResponse", items, all.size(), next);
  }

  private static Map<String, Object> item(
      StoredVideo video, String playlist, int position, Set<String> parts) {
    FakeVideo view = video.view();
    String published = view.uploadedAt().toString();
    Map<String, Object> item =
        Json.object("kind", "youtube#playlistItem", "id", playlist + "." + view.id());
    if (parts.contains("snippet")) {
      item.put(
          "snippet",
          Json.object(
              "publishedAt",
              published,
              "channelId",
              view.channelId(),
              "title",
              view.title(),
              "playlistId",
              playlist,
              "position",
              position,
              "resourceId",
              Json.object("kind", "youtube#video", "videoId", view.id())));
    }
    if (parts.contains("contentDetails")) {
      item.put("contentDetails", Json.object("videoId", view.id(), "videoPublishedAt", published));
    }
    if (parts.contains("status")) {
      item.put("status", Json.object("privacyStatus", view.privacyStatus()));
    }
    return item;
  }

  private static int number(Optional<String> text, int otherwise) {
    return text.filter(t -> t.matches("\\d{1,9}")).map(Integer::valueOf).orElse(otherwise);
  }

  private static Reply list(String kind, List<Object> items, int total, Optional<String> next) {
    Map<String, Object> list = Json.object("kind", kind);
    next.ifPresent(token -> list.put("nextPageToken", token));
    list.put("pageInfo", Json.object("totalResults", total, "resultsPerPage", items.size()));
    list.put("items", items);
    return Reply.json(200, Json.write(list));
  }
}
