package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.AuthorizationException;
import io.github.youtubeupload.ChannelLimitException;
import io.github.youtubeupload.OutcomeUnknownException;
import io.github.youtubeupload.QuotaExhaustedException;
import io.github.youtubeupload.RejectedException;
import io.github.youtubeupload.SourceException;
import io.github.youtubeupload.StoreException;
import io.github.youtubeupload.UploadException;
import io.github.youtubeupload.UploadProgress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Why uploads stopped, as a word that a page can say in its reader's language; the journal keeps
 * the library's sentence. What stopped before the last start is tried again, and learnt; what
 * failed before it has its sentence only. Thread-safe.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FailureCodes implements UploadObserver {
  private static final int MOST = 10_000;

  private final Map<String, String> codes =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  synchronized Optional<String> of(String uploadId) {
    return Optional.ofNullable(codes.get(uploadId));
  }

  @Override
  public synchronized void ended(UploadProgress last, Optional<UploadException> failure) {
    codes.remove(last.uploadId());
    failure.map(FailureCodes::code).ifPresent(code -> codes.put(last.uploadId(), code));
  }

  @Override
  public synchronized void settled(String uploadId) {
    codes.remove(uploadId);
  }

  static String code(UploadException failure) {
    if (failure instanceof QuotaExhaustedException) {
      return "quota_exhausted";
    }
    if (failure instanceof ChannelLimitException) {
      return "channel_limit";
    }
    if (failure instanceof RejectedException) {
      return "rejected";
    }
    if (failure instanceof AuthorizationException) {
      return "consent_needed";
    }
    if (failure instanceof SourceException) {
      return "source_failed";
    }
    if (failure instanceof OutcomeUnknownException) {
      return "outcome_unknown";
    }
    return failure instanceof StoreException ? "service_trouble" : "interrupted";
  }
}
