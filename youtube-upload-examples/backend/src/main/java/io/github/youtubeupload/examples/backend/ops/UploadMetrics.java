package io.github.youtubeupload.examples.backend.ops;

import io.github.youtubeupload.Upload;
import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.UploadException;
import io.github.youtubeupload.UploadProgress;
import io.github.youtubeupload.UploadState;
import io.github.youtubeupload.examples.backend.upload.LastRuns;
import io.github.youtubeupload.examples.backend.upload.UploadObserver;
import io.github.youtubeupload.examples.backend.youtube.QuotaMonitor;
import io.github.youtubeupload.quota.QuotaStatus;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Uploads, bytes, retries and quota as meters. No meter is named after an upload or a user. */
@Component
final class UploadMetrics implements UploadObserver, SmartInitializingSingleton {
  private final MeterRegistry registry;
  private final UploadClient client;
  private final QuotaMonitor quota;
  private final LastRuns lastRuns;
  private final Counter bytes;
  private final Counter retries;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  UploadMetrics(
      MeterRegistry registry, UploadClient client, QuotaMonitor quota, LastRuns lastRuns) {
    this.quota = quota;
    this.lastRuns = lastRuns;
    this.registry = registry;
    this.client = client;
    this.bytes = Counter.builder("youtube.upload.sent").baseUnit("bytes").register(registry);
    this.retries = Counter.builder("youtube.upload.retries").register(registry);
  }

  private record Seen(long bytesSent, int attempt) {}

  @Override
  public void progressed(UploadProgress now) {
    Seen before = seen.get(now.uploadId());
    seen.put(now.uploadId(), new Seen(now.bytesSent(), now.attempt()));
    if (before != null) {
      bytes.increment((double) Math.max(0, now.bytesSent() - before.bytesSent()));
      retries.increment(Math.max(0, now.attempt() - before.attempt()));
    }
  }

  @Override
  public void ended(UploadProgress last, Optional<UploadException> failure) {
    seen.remove(last.uploadId());
    String outcome = last.state().name().toLowerCase(Locale.ROOT);
    registry.counter("youtube.uploads.ended", "outcome", outcome).increment();
  }

  @Override
  public void afterSingletonsInstantiated() {
    for (UploadState state : UploadState.values()) {
      if (!state.isTerminal() || state == UploadState.SUSPENDED) {
        Gauge.builder("youtube.uploads.active", client, all -> inState(all, state))
            .tag("state", state.name().toLowerCase(Locale.ROOT))
            .register(registry);
      }
    }
    quota("used", QuotaStatus::used);
    quota("limit", QuotaStatus::dailyLimit);
    quota("remaining", QuotaStatus::remaining);
  }

  private void quota(String name, ToDoubleFunction<QuotaStatus> value) {
    Gauge.builder(
            "youtube.quota." + name,
            quota,
            now -> now.latest().map(value::applyAsDouble).orElse(Double.NaN))
        .baseUnit("units")
        .register(registry);
  }

  private double inState(UploadClient client, UploadState state) {
    long running =
        client.running().stream()
            .map(Upload::progress)
            .filter(progress -> progress.state() == state)
            .count();
    return state == UploadState.SUSPENDED ? running + lastRuns.stopped() : running;
  }
}
