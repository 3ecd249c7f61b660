package io.github.youtubeupload.examples.backend.resumable;

import io.github.youtubeupload.examples.backend.web.ApiException;
import me.desair.tus.server.HttpMethod;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.util.TusServletRequest;
import me.desair.tus.server.util.TusServletResponse;
import org.springframework.http.HttpStatus;

/** The library's protocol, whose refusals are answered like all others here. */
final class TusProtocol extends TusFileUploadService {

  TusProtocol() {
    disableTusExtension("checksum");
    disableTusExtension("concatenation");
  }

  @Override
  protected void processTusException(
      HttpMethod method,
      TusServletRequest request,
      TusServletResponse response,
      String ownerKey,
      TusException refusal) {
    HttpStatus status = HttpStatus.valueOf(refusal.getStatus());
    throw ApiException.of(status, code(status), String.valueOf(refusal.getMessage()));
  }

  private static String code(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "unknown_upload";
      case CONFLICT -> "wrong_offset";
      case CONTENT_TOO_LARGE -> "too_large";
      case PRECONDITION_FAILED -> "unsupported_version";
      default -> "bad_request";
    };
  }
}
