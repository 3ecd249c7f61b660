package io.github.youtubeupload.testkit.internal.refusal;

import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An error answer of the API: its status and its JSON body, in the form all Google APIs share. */
public record Refusal(int status, String json) {
  /** What the body of every refusal is. */
  public static final String CONTENT_TYPE = "application/json; charset=UTF-8";

  /** A refusal with one error in its list. */
  public static Refusal of(int status, String domain, String reason, String message) {
    return of(status, message, Json.object("domain", domain, "reason", reason), "", Map.of());
  }

  /**
   * A refusal with all there can be.
   *
   * @param error what stands in {@code errors[0]} beside the message
   * @param canonical {@code error.status}, or empty for none
   * @param details {@code error.details[0]}, or empty for none
   */
  static Refusal of(
      int status,
      String message,
      Map<String, Object> error,
      String canonical,
      Map<String, Object> details) {
    Map<String, Object> first = new LinkedHashMap<>();
    first.put("message", message);
    first.putAll(error);
    Map<String, Object> body = Json.object("code", status, "message", message);
    body.put("errors", List.of(first));
    if (!canonical.isEmpty()) {
      body.put("status", canonical);
    }
    if (!details.isEmpty()) {
      body.put("details", List.of(details));
    }
    return new Refusal(status, Json.write(Json.object("error", body)));
  }

  public Reply reply() {
    Reply reply = Reply.json(status, json);
    return status == 401
        ? reply.with(
            "WWW-Authenticate",
            "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"")
        : reply;
  }
}
