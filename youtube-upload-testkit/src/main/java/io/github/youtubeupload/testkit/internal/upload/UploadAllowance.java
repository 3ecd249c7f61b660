package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.internal.quota.QuotaLedger;
import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import io.github.youtubeupload.testkit.internal.video.VideoStore;
import java.util.Optional;

/** Whether another upload is allowed: by the project's quota, and by the channel's own limit. */
public final class UploadAllowance {
  private final QuotaLedger quota;
  private final VideoStore videos;
  private final long channelLimit;

  /**
   * Allowances by these books.
   *
   * @param channelLimit videos that a channel may get in 24 hours
   */
  public UploadAllowance(QuotaLedger quota, VideoStore videos, long channelLimit) {
    this.quota = quota;
    this.videos = videos;
    this.channelLimit = channelLimit;
  }

  long cost(Grant grant) {
    return quota.uploadCost(grant.project());
  }

  /** The refusal of an upload for which the project has no room; charges nothing. */
  Optional<Refusal> refusal(Grant grant) {
    return quota.uploadRefusal(grant.project());
  }

  /** Charges an upload that is valid in itself. */
  Optional<Refusal> charge(Grant grant) {
    if (videos.countOfLastDay(grant.channel()) >= channelLimit) {
      chargeInvalid(grant);
      return Optional.of(Refusals.channelLimit());
    }
    return quota.chargeUpload(grant.project());
  }

  void chargeInvalid(Grant grant) {
    quota.chargeInvalidUpload(grant.project());
  }
}
