package io.github.youtubeupload.testkit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** How a server was configured; see {@link FakeYouTubeBuilder} for the meaning of each. */
record Settings(
    int port,
    boolean tls,
    Clock clock,
    Map<String, QuotaRules> projects,
    List<String> channels,
    String clientId,
    String clientSecret,
    Storage storage,
    boolean keepsWholeBlocks,
    Duration sessionLifetime,
    int deadSessionStatus,
    int finalStatus,
    boolean gapIsBadRequest,
    boolean staleTokenEndsSession,
    long channelUploadLimit,
    int processedAfterPolls,
    long bytesPerSecond,
    Duration roundTrip,
    int receiveBuffer,
    long drain) {}
