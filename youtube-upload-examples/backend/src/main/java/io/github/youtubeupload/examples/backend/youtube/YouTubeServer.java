package io.github.youtubeupload.examples.backend.youtube;

import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import io.github.youtubeupload.examples.backend.state.StateDirectory;
import io.github.youtubeupload.testkit.FakeYouTube;
import java.net.URI;
import java.util.Optional;

/**
 * YouTube, or FakeYouTube in its place.
 *
 * @param api the root of the API
 * @param oauth asks people for their permission
 * @param demo the fake, when nobody has configured an OAuth client
 */
public record YouTubeServer(URI api, OAuthClient oauth, Optional<FakeYouTube> demo)
    implements AutoCloseable {

  static YouTubeServer of(BackendSettings settings, StateDirectory state) {
    return settings
        .oauthClient()
        .map(client -> real(settings, client))
        .orElseGet(() -> demo(settings, state));
  }

  private static YouTubeServer real(BackendSettings settings, BackendSettings.OAuthClient client) {
    BackendSettings.Servers servers = settings.servers();
    OAuthClient oauth =
        new OAuthClient(
            client.id(),
            client.secret(),
            settings.redirectUri(),
            servers.consent(),
            servers.tokens());
    return new YouTubeServer(servers.api(), oauth, Optional.empty());
  }

  private static YouTubeServer demo(BackendSettings settings, StateDirectory state) {
    FakeYouTube fake = DemoYouTube.start(settings, state);
    OAuthClient oauth =
        new OAuthClient(
            fake.clientId(),
            fake.clientSecret(),
            settings.redirectUri(),
            URI.create(fake.authUri()),
            URI.create(fake.tokenUri()));
    return new YouTubeServer(URI.create(fake.rootUrl()), oauth, Optional.of(fake));
  }

  /** Where people watch a video. */
  public String watchUrl(String videoId) {
    return demo.map(fake -> fake.watchUrl(videoId))
        .orElse("https://www.youtube.com/watch?v=" + videoId);
  }

  /** Where its owner edits it. */
  public String studioUrl(String videoId) {
    return demo.map(fake -> fake.studioUrl(videoId))
        .orElse("https://studio.youtube.com/video/" + videoId + "/edit");
  }

  @Override
  public void close() {
    demo.ifPresent(FakeYouTube::close);
  }
}
