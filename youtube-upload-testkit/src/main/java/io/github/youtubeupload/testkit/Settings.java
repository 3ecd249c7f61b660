package io.github.youtubeupload.testkit;

import io.github.youtubeupload.testkit.internal.oauth.OAuthClient;
import io.github.youtubeupload.testkit.internal.server.NetworkSettings;
import io.github.youtubeupload.testkit.internal.upload.SessionSettings;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a server was configured; see {@link FakeYouTubeBuilder} for the meaning of each. */
record Settings(
    Clock clock,
    NetworkSettings network,
    Optional<URI> publicUrl,
    Accounts accounts,
    SessionSettings sessions,
    Videos videos) {
  /** Whom the server knows. */
  record Accounts(Map<String, QuotaRules> projects, List<String> channels, OAuthClient client) {}

  /** What it keeps of videos, how many it takes, when they are processed. */
  record Videos(Storage storage, long channelUploadLimit, int processedAfterPolls) {}
}
