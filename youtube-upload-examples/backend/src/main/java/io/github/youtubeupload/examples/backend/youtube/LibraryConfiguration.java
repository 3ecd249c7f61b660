package io.github.youtubeupload.examples.backend.youtube;

import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import io.github.youtubeupload.examples.backend.state.StateDirectory;
import io.github.youtubeupload.examples.backend.state.StateKey;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.store.UploadStore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The library as a host embeds it: one client, its journal, its quota ledger. */
@Configuration(proxyBeanMethods = false)
class LibraryConfiguration {

  @Bean(destroyMethod = "close")
  StateDirectory stateDirectory(BackendSettings settings) {
    return new StateDirectory(settings.stateDirectory());
  }

  @Bean
  StateKey sealer(BackendSettings settings, StateDirectory state) {
    return StateKey.of(settings.stateKey(), state.root().resolve("key"));
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean(destroyMethod = "close")
  YouTubeServer youTubePlace(BackendSettings settings, StateDirectory state) {
    return YouTubeServer.of(settings, state);
  }

  /** Closing it suspends the uploads; the next start goes on with them. */
  @Bean(destroyMethod = "close")
  UploadClient uploadClient(
      BackendSettings settings,
      StateDirectory state,
      StateKey sealer,
      YouTubeServer youtube,
      QuotaPolicy policy,
      QuotaConfiguration.Ledger ledger) {
    return UploadClient.builder()
        .endpoint(youtube.api())
        .applicationName("youtube-upload-example-backend")
        .quotaPolicy(policy)
        .quotaStore(ledger.store())
        .uploadStore(UploadStore.directory(state.root(), sealer.key("journal")))
        .waitForQuota(true)
        .maxConcurrentUploads(settings.limits().concurrentUploads())
        .maxConcurrentUploadsPerAccount(settings.limits().concurrentUploadsPerUser())
        .build();
  }
}
