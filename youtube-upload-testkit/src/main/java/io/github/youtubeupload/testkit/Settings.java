package io.github.youtubeupload.testkit;

import io.github.youtubeupload.testkit.internal.oauth.OAuthClient;
import io.github.youtubeupload.testkit.internal.server.NetworkSettings;
import io.github.youtubeupload.testkit.internal.upload.SessionSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** How a server was configured; see {@link FakeYouTubeBuilder} for the meaning of each. */
record Settings(
    Clock clock,
    NetworkSettings network,
    Accounts accounts,
    SessionSettings sessions,
    Videos videos) {
  /** Whom the server knows. */
  record Accounts(Map<String, QuotaRules> projects, List<String> channels, OAuthClient client) {}

  /** What it keeps of videos, how many it takes, when they are processed. */
  record Videos(Storage storage, long channelUploadLimit, int processedAfterPolls) {}
}
