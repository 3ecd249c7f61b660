package io.github.youtubeupload.internal.protocol;

import com.google.api.client.http.HttpResponse;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.youtube.model.Video;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns HTTP answers into replies, trusting nothing. Always frees the connection. */
final class ReplyReader {
  private static final int BODY_LIMIT = 1024 * 1024;
  private static final int RESUME_INCOMPLETE = 308;
  private static final Pattern RANGE = Pattern.compile("bytes=0-([0-9]{1,18})");

  private final URI root;

  ReplyReader(URI root) {
    this.root = root;
  }

  Reply opening(HttpResponse response) throws IOException {
    String body = body(response);
    if (response.getStatusCode() != 200) {
      return refused(response, body);
    }
    Optional<URI> session = location(response);
    if (session.isEmpty()) {
      throw new IOException("The answer to the opening of a session held no Location");
    }
    return new Reply.Opened(session.get());
  }

  Reply inSession(HttpResponse response) throws IOException {
    String body = body(response);
    return switch (response.getStatusCode()) {
      case 200, 201 -> new Reply.Finished(video(body));
      case RESUME_INCOMPLETE ->
          new Reply.Stored(offset(only(response, "Range")), location(response));
      default -> refused(response, body);
    };
  }

  private static Reply refused(HttpResponse response, String body) throws IOException {
    if (response.getStatusCode() < 400) {
      throw new IOException("Unexpected status " + response.getStatusCode());
    }
    Optional<Duration> pause =
        RetryAfter.parse(response.getHeaders().getRetryAfter(), response.getHeaders().getDate());
    return new Reply.Refused(RefusalParser.parse(response.getStatusCode(), body, pause));
  }

  /** A header that is there twice says nothing. */
  private static @Nullable String only(HttpResponse response, String name) throws IOException {
    List<String> values = response.getHeaders().getHeaderStringValues(name);
    if (values.size() > 1) {
      throw new IOException("The answer has more than one " + name);
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /** No {@code Range} means that nothing is stored yet. */
  private static long offset(@Nullable String range) throws IOException {
    if (range == null) {
      return 0;
    }
    Matcher matcher = RANGE.matcher(range.strip());
    if (!matcher.matches()) {
      throw new IOException("Cannot read the Range of the answer");
    }
    return Long.parseLong(matcher.group(1)) + 1;
  }

  private static Video video(String body) throws IOException {
    try {
      Video video = GsonFactory.getDefaultInstance().fromString(body, Video.class);
      if (video != null && video.getId() != null && !video.getId().isEmpty()) {
        return video;
      }
    } catch (IOException | RuntimeException e) { // its parser throws all kinds of the latter
      throw new IOException("The final answer was no video resource", e);
    }
    throw new IOException("The final answer held no video id");
  }

  /**
   * The token goes along to this address, so it must be Google's own, or the one of the API root.
   */
  private Optional<URI> location(HttpResponse response) throws IOException {
    String location = only(response, "Location");
    if (location == null) {
      return Optional.empty();
    }
    URI uri;
    try {
      uri = root.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException("The Location of the session is no URI"); // the cause would print it
    }
    if (!root.getScheme().equals(uri.getScheme()) || !isTrusted(uri.getHost())) {
      throw new IOException("The Location of the session points away from the API");
    }
    return Optional.of(uri);
  }

  private boolean isTrusted(@Nullable String host) {
    return host != null
        && (host.equals(root.getHost())
            || host.toLowerCase(Locale.ROOT).endsWith(".googleapis.com"));
  }

  private static String body(HttpResponse response) throws IOException {
    try (InputStream content = response.getContent()) {
      return content == null
          ? ""
          : new String(content.readNBytes(BODY_LIMIT), StandardCharsets.UTF_8);
    } finally {
      if (response.getStatusCode() >= 400) {
        response.disconnect();
      }
    }
  }
}
