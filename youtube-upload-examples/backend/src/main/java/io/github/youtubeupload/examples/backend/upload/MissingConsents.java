package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.AuthorizationException;
import io.github.youtubeupload.UploadException;
import io.github.youtubeupload.UploadProgress;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Which uploads stopped because their owner must consent again. A restart tries, and learns. First
 * of the observers, because others show what it knows.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingConsents implements UploadObserver {
  private final Set<String> unauthorised = ConcurrentHashMap.newKeySet();

  boolean needsConsent(String uploadId) {
    return unauthorised.contains(uploadId);
  }

  @Override
  public void ended(UploadProgress last, Optional<UploadException> failure) {
    if (failure.filter(AuthorizationException.class::isInstance).isPresent()) {
      unauthorised.add(last.uploadId());
    } else {
      unauthorised.remove(last.uploadId());
    }
  }

  @Override
  public void settled(String uploadId) {
    unauthorised.remove(uploadId);
  }
}
