package io.github.youtubeupload.examples.backend.youtube;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.youtube.YouTube;
import com.google.api.services.youtube.YouTubeRequestInitializer;
import com.google.api.services.youtube.model.ChannelListResponse;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which channel credentials belong to. Costs one unit of the general quota. */
@Component
public final class ChannelLookup {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final BackendSettings settings;
  private final YouTubeServer youtube;

  ChannelLookup(BackendSettings settings, YouTubeServer youtube) {
    this.settings = settings;
    this.youtube = youtube;
  }

  /** Empty if the account has no channel. Needs the scope to read. */
  public Optional<Channel> channel(Credentials credentials) throws IOException {
    HttpCredentialsAdapter authorised = new HttpCredentialsAdapter(credentials);
    YouTube.Builder api =
        new YouTube.Builder(
                new NetHttpTransport(),
                GsonFactory.getDefaultInstance(),
                request -> {
                  authorised.initialize(request);
                  request.setConnectTimeout(TIMEOUT_MILLIS).setReadTimeout(TIMEOUT_MILLIS);
                })
            .setApplicationName("youtube-upload-example-backend")
            .setRootUrl(youtube.api().toString());
    settings
        .apiKey()
        .map(YouTubeRequestInitializer::new)
        .ifPresent(api::setYouTubeRequestInitializer);
    ChannelListResponse found =
        api.build().channels().list(List.of("snippet")).setMine(true).execute();
    return Optional.ofNullable(found.getItems()).stream()
        .flatMap(List::stream)
        .map(channel -> new Channel(channel.getId(), channel.getSnippet().getTitle()))
        .findFirst();
  }
}
