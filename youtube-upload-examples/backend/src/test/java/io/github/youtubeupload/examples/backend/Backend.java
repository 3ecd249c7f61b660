package io.github.youtubeupload.examples.backend;

import io.github.youtubeupload.FreePort;
import io.github.youtubeupload.testkit.FakeYouTube;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The service in this JVM, on a free port. */
final class Backend implements AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final int port;

  private Backend(ConfigurableApplicationContext context, int port) {
    this.context = context;
    this.port = port;
  }

  /** As it runs without any settings: with its own FakeYouTube. */
  static Backend demo(Path state, String... settings) {
    int port = FreePort.next();
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("STATE_DIRECTORY=" + state);
    all.add("PORT=" + port);
    all.add("LOG_FORMAT=");
    String[] arguments = all.stream().map(setting -> "--" + setting).toArray(String[]::new);
    return new Backend(new SpringApplicationBuilder(BackendApplication.class).run(arguments), port);
  }

  /** As it runs with an OAuth client, with this server in Google's place. */
  static Backend with(FakeYouTube youtube, Path state, String... settings) {
    List<String> all = new ArrayList<>(google(youtube));
    all.addAll(List.of(settings));
    return demo(state, all.toArray(String[]::new));
  }

  static List<String> google(FakeYouTube youtube) {
    return List.of(
        "GOOGLE_CLIENT_ID=" + youtube.clientId(),
        "GOOGLE_CLIENT_SECRET=" + youtube.clientSecret(),
        "YOUTUBE_API_URI=" + youtube.rootUrl(),
        "OAUTH_CONSENT_URI=" + youtube.authUri(),
        "OAUTH_TOKEN_URI=" + youtube.tokenUri());
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Api api(String token) {
    return new Api(port, token);
  }

  int port() {
    return port;
  }

  String url() {
    return "http://localhost:" + port + "/";
  }

  @Override
  public void close() {
    context.close();
  }
}
