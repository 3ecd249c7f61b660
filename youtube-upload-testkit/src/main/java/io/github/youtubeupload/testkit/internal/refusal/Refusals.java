package io.github.youtubeupload.testkit.internal.refusal;

import io.github.youtubeupload.testkit.internal.json.Json;
import java.util.Map;

/** The refusals of the API, each with the domain, reason and body that YouTube gives it. */
public final class Refusals {
  private static final String ERROR_INFO = "type.googleapis.com/google.rpc.ErrorInfo";

  private Refusals() {}

  /** The request must be mended: 400 with one of YouTube's reasons for a video. */
  public static Refusal video(String reason, String message) {
    return Refusal.of(400, "youtube.video", reason, message);
  }

  /** There are no bytes where bytes are due. */
  public static Refusal noMedia() {
    return video("mediaBodyRequired", "The request does not include the video content.");
  }

  /** There are more bytes than are taken. */
  public static Refusal tooLarge() {
    return Refusal.of(400, "global", "uploadTooLarge", "Media is too large.");
  }

  public static Refusal badRequest(String message) {
    return Refusal.of(400, "global", "badRequest", message);
  }

  public static Refusal required(String parameter) {
    return Refusal.of(
        400,
        "Required parameter: " + parameter,
        Json.object(
            "domain", "global",
            "reason", "required",
            "locationType", "parameter",
            "location", parameter),
        "INVALID_ARGUMENT",
        Map.of());
  }

  public static Refusal notFound(String what) {
    return Refusal.of(404, "youtube.video", "videoNotFound", what + " cannot be found.");
  }

  public static Refusal forbidden(String message) {
    return Refusal.of(403, "youtube.common", "forbidden", message);
  }

  public static Refusal badToken() {
    return Refusal.of(
        401,
        "Request had invalid authentication credentials. Expected OAuth 2 access token, login"
            + " cookie or other valid authentication credential.",
        Json.object(
            "domain", "global",
            "reason", "authError",
            "location", "Authorization",
            "locationType", "header"),
        "UNAUTHENTICATED",
        Map.of());
  }

  public static Refusal noChannel() {
    return Refusal.of(
        401,
        "Unauthorized",
        Json.object(
            "domain", "youtube.header",
            "reason", "youtubeSignupRequired",
            "location", "Authorization",
            "locationType", "header"),
        "UNAUTHENTICATED",
        Map.of());
  }

  public static Refusal missingScope() {
    return Refusal.of(
        403,
        "Request had insufficient authentication scopes.",
        Json.object("domain", "global", "reason", "insufficientPermissions"),
        "PERMISSION_DENIED",
        Json.object(
            "@type",
            ERROR_INFO,
            "reason",
            "ACCESS_TOKEN_SCOPE_INSUFFICIENT",
            "domain",
            "googleapis.com",
            "metadata",
            Json.object("service", "youtube.googleapis.com")));
  }

  public static Refusal uploadsPerDay(String project, long limit) {
    return Refusal.of(
        429,
        "Quota exceeded for quota metric 'Video Uploads' and limit 'Video Uploads per day' of"
            + " service 'youtube.googleapis.com' for consumer 'project_number:"
            + project
            + "'.",
        Json.object("domain", "global", "reason", "rateLimitExceeded"),
        "RESOURCE_EXHAUSTED",
        Json.object(
            "@type",
            ERROR_INFO,
            "reason",
            "RATE_LIMIT_EXCEEDED",
            "domain",
            "googleapis.com",
            "metadata",
            Json.object(
                "service", "youtube.googleapis.com",
                "consumer", "projects/" + project,
                "quota_location", "global",
                "quota_metric", "youtube.googleapis.com/video_uploads",
                "quota_unit", "1/d/{project}",
                "quota_limit", "defaultVideoInsertPerDayPerProject",
                "quota_limit_value", Long.toString(limit))));
  }

  public static Refusal sharedQuota() {
    return Refusal.of(
        403,
        "youtube.quota",
        "quotaExceeded",
        "The request cannot be completed because you have exceeded your"
            + " <a href=\"/youtube/v3/getting-started#quota\">quota</a>.");
  }

  public static Refusal channelLimit() {
    return Refusal.of(
        400,
        "youtube.video",
        "uploadLimitExceeded",
        "The user has exceeded the number of videos they may upload.");
  }

  public static Refusal tooFast() {
    return Refusal.of(
        429,
        "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute' of service"
            + " 'youtube.googleapis.com'.",
        Json.object("domain", "global", "reason", "rateLimitExceeded"),
        "RESOURCE_EXHAUSTED",
        Json.object(
            "@type",
            ERROR_INFO,
            "reason",
            "RATE_LIMIT_EXCEEDED",
            "domain",
            "googleapis.com",
            "metadata",
            Json.object(
                "service", "youtube.googleapis.com",
                "quota_unit", "1/min/{project}",
                "quota_limit", "defaultPerMinutePerProject")));
  }

  /** A status that stands for itself, as a fault. */
  public static Refusal plain(int status) {
    String reason =
        switch (status) {
          case 400 -> "badRequest";
          case 401 -> "authError";
          case 403 -> "forbidden";
          case 404 -> "notFound";
          case 410 -> "gone";
          case 429 -> "rateLimitExceeded";
          case 503 -> "backendError";
          default -> "internalError";
        };
    return Refusal.of(status, "global", reason, "The server answers " + status + ".");
  }
}
