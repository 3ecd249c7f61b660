package io.github.youtubeupload.testkit;

import java.time.Duration;
import java.util.Set;

/**
 * What a token stands for: who lets which project do what. {@code with}-style methods make changed
 * copies: {@code youtube.grant().channel("UCsecond").scopes(Grant.UPLOAD)}.
 *
 * @param project id of the Google Cloud project whose quota is charged
 * @param channel id of the channel that is acted for, or {@link #NO_CHANNEL}
 * @param scopes full scope names
 * @param lifetime how long access tokens of this grant are valid
 */
public record Grant(String project, String channel, Set<String> scopes, Duration lifetime) {
  /** The channel of an account that has none, as every service account. */
  public static final String NO_CHANNEL = "";

  /** Uploads videos and sets thumbnails; reads nothing. */
  public static final String UPLOAD = "https://www.googleapis.com/auth/youtube.upload";

  /** Reads channels, playlists and videos. */
  public static final String READONLY = "https://www.googleapis.com/auth/youtube.readonly";

  /** Does everything. */
  public static final String FORCE_SSL = "https://www.googleapis.com/auth/youtube.force-ssl";

  /** Manages the account: everything this server offers. */
  public static final String MANAGE = "https://www.googleapis.com/auth/youtube";

  /** A grant with its own copy of the scopes. */
  public Grant {
    scopes = Set.copyOf(scopes);
  }

  /** The same for another project. */
  public Grant project(String id) {
    return new Grant(id, channel, scopes, lifetime);
  }

  /** The same for another channel. */
  public Grant channel(String id) {
    return new Grant(project, id, scopes, lifetime);
  }

  /** The same with exactly these scopes. */
  public Grant scopes(String... names) {
    return new Grant(project, channel, Set.of(names), lifetime);
  }

  /** The same with access tokens that live this long. */
  public Grant lifetime(Duration time) {
    return new Grant(project, channel, scopes, time);
  }
}
