package io.github.youtubeupload.testkit.internal.page;

import static io.github.youtubeupload.testkit.internal.html.Html.escape;

import io.github.youtubeupload.testkit.FakeVideo;
import io.github.youtubeupload.testkit.internal.html.Html;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.video.StoredVideo;
import io.github.youtubeupload.testkit.internal.video.VideoStore;
import java.util.Optional;

/** What a person sees: the list of videos, the page that plays one, its studio page. */
public final class VideoPages {
  private final boolean plays;
  private final VideoStore videos;

  /**
   * Pages of these videos.
   *
   * @param plays whether their bytes are kept
   */
  public VideoPages(VideoStore videos, boolean plays) {
    this.plays = plays;
    this.videos = videos;
  }

  Reply list() {
    StringBuilder rows = new StringBuilder("<ul>");
    for (FakeVideo video : videos.views()) {
      rows.append("<li><a href=\"/watch?v=").append(escape(video.id())).append("\">");
      rows.append(escape(video.title())).append("</a> ").append(escape(facts(video)));
      rows.append("</li>");
    }
    return Reply.html(200, Html.page("Uploaded videos", rows.append("</ul>").toString()));
  }

  Reply watch(String id) {
    Optional<StoredVideo> found = videos.find(id);
    if (found.isEmpty()) {
      return missing();
    }
    FakeVideo video = found.get().view();
    String player =
        plays
            ? "<video controls src=\"/media/%s\"></video>".formatted(escape(id))
            : "<p>This server keeps no video to play.</p>";
    String links =
        "<p><a href=\"/video/%s/edit\">Details</a> · <a href=\"/\">All</a></p>"
            .formatted(escape(id));
    String description = found.get().metadata().text("snippet", "description");
    String body =
        player + "<p>" + escape(facts(video)) + "</p><p>" + escape(description) + "</p>" + links;
    return Reply.html(200, Html.page(video.title(), body));
  }

  Reply studio(String id) {
    Optional<StoredVideo> found = videos.find(id);
    if (found.isEmpty()) {
      return missing();
    }
    FakeVideo video = found.get().view();
    String body =
        "<dl>"
            + row("Video id", video.id())
            + row("Channel", video.channelId())
            + row("Visibility", video.privacyStatus())
            + row("Status", video.uploadStatus())
            + row("Tags", String.join(", ", video.tags()))
            + row("Size", video.size() + " bytes, " + video.contentType())
            + row("SHA-256", video.sha256())
            + row("Metadata as sent", video.metadataJson())
            + "</dl><p><a href=\"/watch?v="
            + escape(id)
            + "\">Watch</a></p>";
    return Reply.html(200, Html.page(video.title(), body));
  }

  private static String facts(FakeVideo video) {
    return "%s, %s bytes, %s".formatted(video.privacyStatus(), video.size(), video.uploadStatus());
  }

  private static String row(String name, String value) {
    return "<dt>" + escape(name) + "</dt><dd>" + escape(value) + "</dd>";
  }

  private static Reply missing() {
    return Reply.html(404, Html.page("This video isn't available", ""));
  }
}
