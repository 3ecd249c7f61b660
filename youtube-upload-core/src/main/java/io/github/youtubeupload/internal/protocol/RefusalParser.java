package io.github.youtubeupload.internal.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Google's error bodies, which can be JSON of several shapes, HTML, or nothing. */
public final class RefusalParser {
  private static final int MESSAGE_LENGTH = 300;

  private RefusalParser() {}

  /**
   * Reads an answer.
   *
   * @param retryAfter how long the server asks to wait
   */
  public static Refusal parse(int status, String body, Optional<Duration> retryAfter) {
    JsonObject error = object(object(json(body), "error"));
    JsonObject first = object(first(error.get("errors")));
    String reason = text(first, "reason");
    String message = text(error, "message");
    if (message.isEmpty()) {
      message = text(first, "message");
    }
    boolean daily = isDaily(error, message);
    return new Refusal(
        status,
        speaker(body, error),
        reason,
        clean(message),
        daily,
        text(first, "location"),
        retryAfter);
  }

  /** The reason {@code rateLimitExceeded} is ambiguous; these three tell the daily limit apart. */
  private static boolean isDaily(JsonObject error, String message) {
    if (message.toLowerCase(Locale.ROOT).contains("per day")) {
      return true;
    }
    for (JsonElement detail : array(error.get("details"))) {
      JsonObject metadata = object(object(detail, "metadata"));
      if (text(metadata, "quota_unit").startsWith("1/d/")
          || text(metadata, "quota_limit").contains("PerDay")) {
        return true;
      }
    }
    return false;
  }

  /** Google puts HTML into some messages; people read this in a terminal or a log. */
  private static String clean(String message) {
    String plain = message.replaceAll("<[^>]*>", "").replaceAll("\\p{Cntrl}+", " ").strip();
    return plain.length() <= MESSAGE_LENGTH ? plain : plain.substring(0, MESSAGE_LENGTH) + "…";
  }

  /** Google's error is an object with at least one of these. */
  private static Refusal.Speaker speaker(String body, JsonObject error) {
    if (error.has("code") || error.has("errors") || error.has("message")) {
      return Refusal.Speaker.GOOGLE;
    }
    return body.isBlank() ? Refusal.Speaker.NOBODY : Refusal.Speaker.UNKNOWN;
  }

  private static @Nullable JsonElement json(String body) {
    try {
      return JsonParser.parseString(body);
    } catch (JsonParseException | IllegalStateException | NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable JsonElement object(@Nullable JsonElement parent, String name) {
    return object(parent).get(name);
  }

  private static JsonObject object(@Nullable JsonElement element) {
    return element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
  }

  private static JsonArray array(@Nullable JsonElement element) {
    return element != null && element.isJsonArray() ? element.getAsJsonArray() : new JsonArray();
  }

  private static @Nullable JsonElement first(@Nullable JsonElement element) {
    JsonArray elements = array(element);
    return elements.isEmpty() ? null : elements.get(0);
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }
}
