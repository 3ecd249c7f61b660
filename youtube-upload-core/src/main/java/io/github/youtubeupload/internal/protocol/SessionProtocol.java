package io.github.youtubeupload.internal.protocol;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.EmptyContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpRequestFactory;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * The four requests of a resumable upload: open, send, ask, discard. Each is made once; every
 * outcome, a broken connection included, comes back as a {@link Reply}. Used by one thread at a
 * time.
 */
public final class SessionProtocol {
  private final HttpRequestFactory requests;
  private final URI root;
  private final Timeouts timeouts;
  private final String userAgent;

  /**
   * How long to wait for the network.
   *
   * @param connect for a connection
   * @param answer for the answer to a short request
   * @param finalAnswer for the answer after the last byte, which can take minutes
   */
  public record Timeouts(Duration connect, Duration answer, Duration finalAnswer) {}

  /** Speaks to the API below a root URL that ends with a slash. */
  public SessionProtocol(
      HttpTransport transport, URI root, Timeouts timeouts, String applicationName) {
    this.requests = transport.createRequestFactory();
    this.root = root;
    this.timeouts = timeouts;
    this.userAgent = applicationName;
  }

  /**
   * Opens a session. The metadata is checked by YouTube and the quota is charged here.
   *
   * @param parameters the query, {@code part} included
   * @param metadata the video resource as JSON
   */
  public Reply open(
      String authorization,
      String parameters,
      String metadata,
      String contentType,
      OptionalLong size) {
    GenericUrl url =
        new GenericUrl(root.resolve("upload/youtube/v3/videos?uploadType=resumable&" + parameters));
    WatchedContent body =
        new WatchedContent(
            new ByteArrayContent(
                "application/json; charset=UTF-8", metadata.getBytes(StandardCharsets.UTF_8)));
    return reply(
        body,
        () -> {
          HttpRequest request = prepare(requests.buildPostRequest(url, body), authorization);
          request.getHeaders().set("X-Upload-Content-Type", contentType);
          if (size.isPresent()) {
            request.getHeaders().set("X-Upload-Content-Length", size.getAsLong());
          }
          return new ReplyReader(root).opening(answer(request, timeouts.answer()));
        });
  }

  /** Sends a range of the video. Only with its last byte does YouTube get work to do. */
  public Reply send(String authorization, URI session, ContentRange range, HttpContent content) {
    Duration timeout = range.isLast() ? timeouts.finalAnswer() : timeouts.answer();
    return put(authorization, session, range.toString(), content, timeout);
  }

  /** Asks how far the session is. After the end, the answer repeats the final one. */
  public Reply ask(String authorization, URI session, OptionalLong total) {
    String range = "bytes */" + ContentRange.totalOrStar(total);
    return put(authorization, session, range, new EmptyContent(), timeouts.answer());
  }

  /**
   * Gives the session up. Undocumented for YouTube, so whatever comes back is as good as another.
   *
   * @throws IOException if nothing came back that can be read
   */
  public void discard(String authorization, URI session) throws IOException {
    try {
      HttpRequest request =
          prepare(requests.buildDeleteRequest(new GenericUrl(session)), authorization);
      answer(request, timeouts.answer()).disconnect();
    } catch (RuntimeException e) {
      throw unreadable(e);
    }
  }

  private Reply put(
      String authorization,
      URI session,
      String range,
      HttpContent content,
      Duration answerTimeout) {
    WatchedContent body = new WatchedContent(content);
    return reply(
        body,
        () -> {
          HttpRequest request =
              prepare(requests.buildPutRequest(new GenericUrl(session), body), authorization);
          request.getHeaders().setContentRange(range);
          return new ReplyReader(root).inSession(answer(request, answerTimeout));
        });
  }

  private interface Exchange {
    Reply make() throws IOException;
  }

  /**
   * Whatever is thrown while a request goes out and its answer is read means that there was no
   * answer, Google's parsers and a host's own transport included. Only what the body threw by
   * itself is passed on as it is.
   */
  private static Reply reply(WatchedContent body, Exchange exchange) {
    try {
      return exchange.make();
    } catch (IOException | RuntimeException e) {
      Throwable fault = body.fault();
      if (fault instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      if (fault instanceof Error error) {
        throw error;
      }
      IOException cause = fault instanceof IOException own ? own : unreadable(e);
      return new Reply.Lost(cause, !body.started());
    }
  }

  /** Messages of foreign code are left out: they may quote a URL or a header. */
  private static IOException unreadable(Exception e) {
    return e instanceof IOException io
        ? io
        : new IOException("The answer cannot be read: " + e.getClass().getSimpleName());
  }

  /**
   * Nothing hidden: no redirects, no retries, no exceptions for refusals, no logging of the URL.
   */
  private HttpRequest prepare(HttpRequest request, String authorization) {
    request.setFollowRedirects(false);
    request.setNumberOfRetries(0);
    request.setThrowExceptionOnExecuteError(false);
    request.setLoggingEnabled(false);
    request.setCurlLoggingEnabled(false);
    request.setConnectTimeout((int) timeouts.connect().toMillis());
    request.getHeaders().setAuthorization(authorization).setAcceptEncoding(null);
    request.getHeaders().setUserAgent(userAgent);
    return request;
  }

  private static HttpResponse answer(HttpRequest request, Duration timeout) throws IOException {
    request.setReadTimeout((int) timeout.toMillis());
    return request.execute();
  }
}
