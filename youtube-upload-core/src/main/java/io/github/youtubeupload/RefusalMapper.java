package io.github.youtubeupload;

import io.github.youtubeupload.internal.protocol.Action;
import io.github.youtubeupload.internal.protocol.Refusal;
import io.github.youtubeupload.metadata.Violation;
import io.github.youtubeupload.store.UploadRecord;
import java.util.List;

/** Turns a final refusal into the exception that tells the caller what to do. */
final class RefusalMapper {
  private RefusalMapper() {}

  static UploadException toException(
      Action action, Refusal refusal, UploadRecord record, UploadQuota quota) {
    String id = record.uploadId();
    return switch (action) {
      case QUOTA_EXHAUSTED -> quota.refused(record.attempt(), refusal.toString());
      case CHANNEL_LIMIT ->
          new ChannelLimitException(
              id,
              "the channel's own upload limit is reached ("
                  + refusal
                  + "); use another channel, or resume about 24 hours later");
      case AUTHORIZE, REFRESH ->
          new AuthorizationException(
              id,
              "Google does not accept the credentials ("
                  + refusal
                  + "): the token is not valid, lacks the scope youtube.upload, or belongs to an"
                  + " account without a YouTube channel; let the user consent again",
              null);
      default -> rejected(refusal, record);
    };
  }

  static OutcomeUnknownException outcomeUnknown(Refusal refusal, UploadRecord record) {
    return new OutcomeUnknownException(
        record.uploadId(),
        "all bytes were sent, but the session is gone ("
            + refusal
            + ") and nobody knows whether the video exists; reconcile it",
        null);
  }

  private static UploadException rejected(Refusal refusal, UploadRecord record) {
    String field = refusal.field().isEmpty() ? "request" : refusal.field();
    String reason = refusal.reason().isEmpty() ? "HTTP " + refusal.status() : refusal.reason();
    String message = "YouTube refused it: " + refusal;
    return new RejectedException(record.uploadId(), List.of(new Violation(field, reason, message)));
  }
}
