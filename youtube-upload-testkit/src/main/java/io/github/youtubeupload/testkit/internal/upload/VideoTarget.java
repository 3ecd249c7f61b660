package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.json.Json;
import io.github.youtubeupload.testkit.internal.metadata.MediaType;
import io.github.youtubeupload.testkit.internal.metadata.MetadataRules;
import io.github.youtubeupload.testkit.internal.metadata.Parts;
import io.github.youtubeupload.testkit.internal.metadata.UploadRequest;
import io.github.youtubeupload.testkit.internal.oauth.Scopes;
import io.github.youtubeupload.testkit.internal.quota.QuotaLedger;
import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import io.github.youtubeupload.testkit.internal.storage.StoredBytes;
import io.github.youtubeupload.testkit.internal.video.StoredVideo;
import io.github.youtubeupload.testkit.internal.video.VideoStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code videos.insert}. */
public final class VideoTarget implements UploadTarget {
  private static final Limits LIMITS =
      new Limits(true, false, 256L << 30, List.of("video/*", MediaType.UNKNOWN));

  private static final Set<String> PARTS =
      Set.of(
          "contentDetails",
          "fileDetails",
          "id",
          "liveStreamingDetails",
          "localizations",
          "paidProductPlacementDetails",
          "player",
          "processingDetails",
          "recordingDetails",
          "snippet",
          "statistics",
          "status",
          "suggestions",
          "topicDetails");

  private final VideoStore videos;
  private final QuotaLedger quota;
  private final long channelLimit;
  private final int status;

  /**
   * Uploads into this store.
   *
   * @param channelLimit videos that a channel may get in 24 hours
   * @param status of the answer that ends an upload by session
   */
  public VideoTarget(VideoStore videos, QuotaLedger quota, long channelLimit, int status) {
    this.videos = videos;
    this.quota = quota;
    this.channelLimit = channelLimit;
    this.status = status;
  }

  @Override
  public Scopes scopes() {
    return Scopes.TO_UPLOAD;
  }

  @Override
  public Limits limits() {
    return LIMITS;
  }

  @Override
  public Optional<Refusal> admit(Grant grant) {
    return quota.uploadRefusal(grant.project());
  }

  @Override
  public Optional<Refusal> check(UploadRequest request) {
    return Parts.refusal(request.parts(), PARTS, request.resource())
        .or(() -> MetadataRules.check(request.resource()));
  }

  @Override
  public Optional<Refusal> charge(Grant grant) {
    if (videos.countOfLastDay(grant.channel()) >= channelLimit) {
      chargeInvalid(grant);
      return Optional.of(Refusals.channelLimit());
    }
    return quota.chargeUpload(grant.project());
  }

  @Override
  public long cost(Grant grant) {
    return quota.uploadCost(grant.project());
  }

  @Override
  public void chargeInvalid(Grant grant) {
    quota.chargeInvalidUpload(grant.project());
  }

  @Override
  public Outcome complete(UploadRequest request, long session, StoredBytes bytes) {
    StoredVideo video = videos.add(request, session, bytes);
    String answer = Json.write(video.resource(request.parts()));
    return new Outcome(Reply.json(session == 0 ? 200 : status, answer), Optional.of(video.id()));
  }
}
