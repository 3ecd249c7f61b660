package io.github.youtubeupload.examples.backend.upload;

import com.google.api.client.http.HttpResponseException;
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
final class UploadReconciler {
  private final Uploads uploads;
  private final StatusViews views;
  private final Clock clock;

  UploadReconciler(Uploads uploads, StatusViews views, Clock clock) {
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
      boolean mayNotRead =
          e.getCause() instanceof HttpResponseException refused && refused.getStatusCode() == 403;
      throw mayNotRead
          ? refusal(HttpStatus.FORBIDDEN, "missing_scope", e)
          : ApiException.unauthorized(
              "Google does not accept what is stored of you; sign in again, or send a new token");
    } catch (QuotaExhaustedException e) {
      throw ApiException.later(
          HttpStatus.BAD_REQUEST,
          "quota_exhausted",
          shown(e),
          Duration.between(clock.instant(), e.retryAt()));
    } catch (ConflictException | IllegalArgumentException e) {
      throw refusal(HttpStatus.CONFLICT, "cannot_reconcile", e);
    }
    return views.view(owner, id);
  }

  private static ApiException refusal(HttpStatus status, String code, RuntimeException e) {
    return ApiException.of(status, code, shown(e));
  }

  private static String shown(RuntimeException e) {
    return FailureTexts.shown(String.valueOf(e.getMessage()));
  }
}
