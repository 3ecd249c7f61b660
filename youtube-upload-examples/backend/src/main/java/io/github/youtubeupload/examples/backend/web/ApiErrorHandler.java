package io.github.youtubeupload.examples.backend.web;

import io.github.youtubeupload.StoreException;
import io.github.youtubeupload.quota.QuotaStoreException;
import io.github.youtubeupload.store.UploadStoreException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Every failure as the same JSON. What nobody foresaw goes to the log, not to the caller. */
@RestControllerAdvice
final class ApiErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ApiErrorHandler.class);

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> foreseen(ApiException e) {
    return e.answer();
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> refused(AuthenticationException e) {
    return (e.getCause() instanceof ApiException known
            ? known
            : ApiException.unauthorized("Sign in, or send an access token"))
        .answer();
  }

  /** The ledger or the journal: an operator's business, and over when they have mended it. */
  @ExceptionHandler({StoreException.class, QuotaStoreException.class, UploadStoreException.class})
  ResponseEntity<Map<String, Object>> noStore(RuntimeException e) {
    LOG.warn("A store cannot be used: {}", e.getMessage());
    return ApiException.unavailable("What this service keeps cannot be reached for now; try again")
        .answer();
  }

  /** The caller has gone; there is nobody to answer. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException e) {
    LOG.debug("A caller went away: {}", e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<Map<String, Object>> unforeseen(Exception e) {
    if (e instanceof ErrorResponse known) {
      return plain(HttpStatus.valueOf(known.getStatusCode().value())).answer();
    }
    LOG.error("A request failed", e);
    return plain(HttpStatus.INTERNAL_SERVER_ERROR).answer();
  }

  static ApiException plain(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> ApiException.of(status, "not_found", "There is nothing here");
      case METHOD_NOT_ALLOWED ->
          ApiException.of(status, "method_not_allowed", "This address takes another method");
      case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE ->
          ApiException.of(status, "unsupported_media_type", "This address speaks JSON");
      case CONTENT_TOO_LARGE ->
          ApiException.of(status, "too_large", "The request is larger than allowed");
      default ->
          status.is4xxClientError()
              ? ApiException.of(status, "bad_request", "The request cannot be understood")
              : ApiException.of(status, "internal", "Something went wrong here; try again later");
    };
  }
}
