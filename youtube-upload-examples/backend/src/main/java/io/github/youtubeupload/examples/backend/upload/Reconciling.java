package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.AuthorizationException;
import io.github.youtubeupload.ConflictException;
import io.github.youtubeupload.OutcomeUnknownException;
import io.github.youtubeupload.QuotaExhaustedException;
import io.github.youtubeupload.examples.backend.account.Owner;
import io.github.youtubeupload.examples.backend.web.ApiException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds out, for its owner, whether an upload of unknown outcome made a video. */
@Component
final class Reconciling {
  private final Uploads uploads;
  private final StatusViews views;
  private final Clock clock;

  Reconciling(Uploads uploads, StatusViews views, Clock clock) {
    this.uploads = uploads;
    this.views = views;
    this.clock = clock;
  }

  /** Asks YouTube while the caller waits. Afterwards the upload is completed or failed. */
  StatusView reconcile(Owner owner, String id) {
    views.require(owner, id);
    try {
      uploads.reconcile(id);
    } catch (OutcomeUnknownException e) {
      throw e.getCause() == null
          ? refusal(HttpStatus.CONFLICT, "still_unknown", e)
          : ApiException.unavailable("YouTube cannot be asked for now; try again later");
    } catch (AuthorizationException e) {
      throw refusal(HttpStatus.FORBIDDEN, "missing_scope", e);
    } catch (QuotaExhaustedException e) {
      throw ApiException.later(
          HttpStatus.BAD_REQUEST,
          "quota_exhausted",
          shown(e),
          Duration.between(clock.instant(), e.retryAt()));
    } catch (ConflictException | IllegalArgumentException e) {
      throw refusal(HttpStatus.CONFLICT, "cannot_reconcile", e);
    } catch (IllegalStateException e) {
      // The token has expired, and nothing can renew it.
      throw ApiException.unauthorized("YouTube does not accept the stored token; send a new one");
    }
    return views.view(owner, id);
  }

  private static ApiException refusal(HttpStatus status, String code, RuntimeException e) {
    return ApiException.of(status, code, shown(e));
  }

  private static String shown(RuntimeException e) {
    return Messages.shown(String.valueOf(e.getMessage()));
  }
}
