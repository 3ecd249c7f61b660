package io.github.youtubeupload.examples.backend.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer that is not what the caller hoped for: {@code {"detail": {"code", "message", …}}}. The
 * code is for programs, the message for people: what was found and what to do.
 */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final JsonMapper JSON = new JsonMapper();

  private final HttpStatus status;
  private final transient Map<String, Object> detail = new LinkedHashMap<>();
  private final transient Optional<Duration> retryAfter;

  private ApiException(
      HttpStatus status, String code, String message, Optional<Duration> retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
    detail.put("code", code);
    detail.put("message", message);
  }

  /** 400. */
  public static ApiException badRequest(String code, String message) {
    return of(HttpStatus.BAD_REQUEST, code, message);
  }

  /** 401. */
  public static ApiException unauthorized(String message) {
    return of(HttpStatus.UNAUTHORIZED, "unauthenticated", message);
  }

  /** 403. */
  public static ApiException forbidden(String code, String message) {
    return of(HttpStatus.FORBIDDEN, code, message);
  }

  /** 503. */
  public static ApiException unavailable(String message) {
    return later(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", message, Duration.ofSeconds(10));
  }

  /** Any status. */
  public static ApiException of(HttpStatus status, String code, String message) {
    return new ApiException(status, code, message, Optional.empty());
  }

  /** Any status, and when to come back. */
  public static ApiException later(
      HttpStatus status, String code, String message, Duration retryAfter) {
    return new ApiException(status, code, message, Optional.of(retryAfter));
  }

  /** Adds a field to the detail. */
  public ApiException with(String name, Object value) {
    detail.put(name, value);
    return this;
  }

  HttpStatus status() {
    return status;
  }

  /** The same answer, where no controller is reached. */
  public void writeTo(HttpServletResponse response) throws IOException {
    ResponseEntity<Map<String, Object>> answer = answer();
    response.setStatus(status.value());
    answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.get(0)));
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(JSON.writeValueAsString(answer.getBody()));
  }

  ResponseEntity<Map<String, Object>> answer() {
    // named, or a page that listens for events would have nothing that it accepts
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
    retryAfter.ifPresent(wait -> answer.header("Retry-After", Long.toString(wait.toSeconds() + 1)));
    if (status == HttpStatus.UNAUTHORIZED) {
      answer.header("WWW-Authenticate", "Bearer");
    }
    return answer.body(Map.of("detail", detail));
  }
}
