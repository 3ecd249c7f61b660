package io.github.youtubeupload.internal.transport;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpContent;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Requests through an {@link UploadTransport}, made as its users make them. */
final class Calls {
  static final Duration PATIENT = Duration.ofSeconds(60);

  private Calls() {}

  /** The answer to a GET: status and body. */
  static String get(UploadTransport transport, String url) throws IOException {
    return call(transport, "GET", url, null, PATIENT);
  }

  /** The answer to a request with so many bytes. */
  static String send(UploadTransport transport, String method, String url, int bytes)
      throws IOException {
    return call(
        transport, method, url, new ByteArrayContent("video/mp4", new byte[bytes]), PATIENT);
  }

  static String call(
      UploadTransport transport,
      String method,
      String url,
      @Nullable HttpContent body,
      Duration patience)
      throws IOException {
    HttpRequest request =
        transport
            .createRequestFactory()
            .buildRequest(method, new GenericUrl(URI.create(url)), body);
    request.setThrowExceptionOnExecuteError(false).setNumberOfRetries(0).setFollowRedirects(false);
    request.setConnectTimeout((int) patience.toMillis());
    request.setReadTimeout((int) patience.toMillis());
    HttpResponse response = request.execute();
    String text =
        response.getContent() == null
            ? ""
            : new String(response.getContent().readAllBytes(), StandardCharsets.ISO_8859_1);
    return response.getStatusCode() + " " + text;
  }

  /** A call that may fail. */
  interface Call {
    String make() throws IOException;
  }

  static CompletableFuture<String> inBackground(Call call) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                answer.complete(call.make());
              } catch (IOException | RuntimeException e) {
                answer.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return answer;
  }
}
