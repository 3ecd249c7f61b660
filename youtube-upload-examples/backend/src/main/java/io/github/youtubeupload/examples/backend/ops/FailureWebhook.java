package io.github.youtubeupload.examples.backend.ops;

import io.github.youtubeupload.UploadCancelledException;
import io.github.youtubeupload.UploadException;
import io.github.youtubeupload.UploadProgress;
import io.github.youtubeupload.UploadSuspendedException;
import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import io.github.youtubeupload.examples.backend.upload.UploadObserver;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Posts every failure to the operator's address, once, without waiting: an alert that gets lost is
 * in the log and in the metrics as well. Cancels and pauses are no failures.
 */
@Component
final class FailureWebhook implements UploadObserver {
  private static final Logger LOG = LoggerFactory.getLogger(FailureWebhook.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final Optional<URI> address;
  private final Clock clock;

  FailureWebhook(BackendSettings settings, Clock clock) {
    this.address = settings.failureWebhook();
    this.clock = clock;
  }

  @Override
  public void ended(UploadProgress last, Optional<UploadException> failure) {
    failure
        .filter(e -> !(e instanceof UploadCancelledException))
        .filter(e -> !(e instanceof UploadSuspendedException))
        .ifPresent(e -> address.ifPresent(where -> post(where, last, e)));
  }

  private void post(URI where, UploadProgress last, UploadException failure) {
    Map<String, Object> body =
        Map.of(
            "event", "upload_failed",
            "upload_id", last.uploadId(),
            "status", last.state().name().toLowerCase(Locale.ROOT),
            "kind", failure.getClass().getSimpleName(),
            "error", String.valueOf(failure.getMessage()),
            "at", clock.instant().toString());
    HttpRequest request =
        HttpRequest.newBuilder(where)
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
            .build();
    var ignored =
        http.sendAsync(request, BodyHandlers.discarding())
            .whenComplete(
                (answer, e) -> {
                  if (e != null || answer.statusCode() >= 300) {
                    LOG.warn(
                        "The failure webhook did not take an alert: {}",
                        e != null ? e.getClass().getSimpleName() : answer.statusCode());
                  }
                });
  }
}
