package io.github.youtubeupload.examples.backend.youtube;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.UrlEncodedContent;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.JsonObjectParser;
import com.google.api.client.json.gson.GsonFactory;
import io.github.youtubeupload.auth.ConsentFlow;
import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * What an access token may do, as Google's {@code tokeninfo} tells it, asked as Google's own client
 * for Node.js asks. Without that question a token that only reads would act with whatever its
 * channel has stored here.
 */
@Component
public final class TokenScopes {
  private static final int TIMEOUT_MILLIS = 20_000;
  private static final Set<String> ALL =
      Set.of(
          "https://www.googleapis.com/auth/youtube",
          "https://www.googleapis.com/auth/youtube.force-ssl");

  private final URI address;

  TokenScopes(BackendSettings settings) {
    this.address = settings.servers().tokens().resolve("tokeninfo");
  }

  /**
   * The scopes of a token.
   *
   * @throws HttpResponseException with 401 if it is not valid
   */
  public Set<String> scopes(String token) throws IOException {
    HttpRequest request =
        new NetHttpTransport()
            .createRequestFactory()
            .buildPostRequest(new GenericUrl(address), new UrlEncodedContent(Map.of()))
            .setLoggingEnabled(false)
            .setCurlLoggingEnabled(false)
            .setConnectTimeout(TIMEOUT_MILLIS)
            .setReadTimeout(TIMEOUT_MILLIS)
            .setHeaders(new HttpHeaders().setAuthorization("Bearer " + token))
            .setParser(new JsonObjectParser(GsonFactory.getDefaultInstance()));
    try {
      Object scope = request.execute().parseAs(GenericJson.class).get("scope");
      return Set.copyOf(List.of(String.valueOf(scope).split(" ", -1)));
    } catch (HttpResponseException e) {
      throw e.getStatusCode() == 400
          ? new HttpResponseException.Builder(401, "invalid token", e.getHeaders()).build()
          : e;
    }
  }

  public static boolean mayUpload(Set<String> scopes) {
    return scopes.contains(ConsentFlow.UPLOAD) || scopes.stream().anyMatch(ALL::contains);
  }

  public static boolean mayRead(Set<String> scopes) {
    return scopes.contains(ConsentFlow.READONLY) || scopes.stream().anyMatch(ALL::contains);
  }
}
