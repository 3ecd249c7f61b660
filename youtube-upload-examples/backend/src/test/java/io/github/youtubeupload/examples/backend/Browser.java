package io.github.youtubeupload.examples.backend;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.youtubeupload.testkit.Grant;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person's browser, as far as sign-in needs one: cookies, redirects by hand. */
final class Browser {
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String root;

  Browser(Backend backend) {
    this.root = backend.url();
  }

  /** Signs in, and gives the page that the person lands on. */
  String signIn(String channel) {
    return signIn("allow", channel, List.of(Grant.UPLOAD, Grant.READONLY));
  }

  String signIn(String decision, String channel, List<String> granted) {
    return location(send(get(decide(decision, channel, granted))));
  }

  /** Where the consent screen sends the browser back to. */
  String decide(String decision, String channel, List<String> granted) {
    String screen = location(send(get(root + "api/youtube/auth")));
    String form =
        URI.create(screen).getRawQuery()
            + ("&decision=" + decision + "&channel=" + channel + "&granted=")
            + URLEncoder.encode(String.join(" ", granted), UTF_8);
    return location(
        send(
            HttpRequest.newBuilder(URI.create(screen))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))));
  }

  String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }

  HttpResponse<String> open(String url) {
    return send(get(url));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      // The consent screen's own answers carry the code, which is how it gets here.
      if (answer.uri().toString().startsWith(root)) {
        Api.watch(answer);
      }
      return answer;
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("No answer", e);
    }
  }

  JsonNode json(String path) {
    return new JsonMapper().readTree(open(root + path).body());
  }

  HttpRequest.Builder post(String path, String... headers) {
    return HttpRequest.newBuilder(URI.create(root + path))
        .headers(headers)
        .POST(BodyPublishers.noBody());
  }

  private static HttpRequest.Builder get(String url) {
    return HttpRequest.newBuilder(URI.create(url)).GET();
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
