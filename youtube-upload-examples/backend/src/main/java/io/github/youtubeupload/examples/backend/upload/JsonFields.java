package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.examples.backend.web.ApiException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values out of JSON, each with a refusal that names the field. */
final class JsonFields {
  private JsonFields() {}

  /** The same with every name as {@code video_url}. */
  static ObjectNode snakeCased(ObjectNode fields) {
    ObjectNode renamed = JsonNodeFactory.instance.objectNode();
    fields
        .properties()
        .forEach(
            field ->
                renamed.set(
                    field.getKey().replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT),
                    field.getValue()));
    return renamed;
  }

  static @Nullable String text(String name, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isString() && !value.isNumber()) {
      throw wrong(name, "text");
    }
    return value.asString();
  }

  /** {@code true}, or the word in a form. */
  static @Nullable Boolean flag(String name, @Nullable JsonNode value) {
    if (value == null || value.isNull() || (value.isString() && value.asString().isEmpty())) {
      return null;
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return switch (value.asString("").toLowerCase(Locale.ROOT)) {
      case "true", "on" -> true;
      case "false", "off" -> false;
      default -> throw wrong(name, "true or false");
    };
  }

  /** A list, or text with commas. */
  static List<String> list(String name, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (value.isArray()) {
      return value.valueStream().map(one -> required(name, one)).toList();
    }
    return Stream.of(required(name, value).split(",", -1))
        .map(String::strip)
        .filter(tag -> !tag.isEmpty())
        .toList();
  }

  static ApiException unknown(String name) {
    return ApiException.badRequest(
            "unknown_field", "The field \"" + name + "\" is not known; is it misspelt?")
        .with("field", name);
  }

  static ApiException wrong(String name, String wanted) {
    return ApiException.badRequest("invalid_field", "\"" + name + "\" must be " + wanted)
        .with("field", name);
  }

  private static String required(String name, JsonNode value) {
    String text = text(name, value);
    if (text == null) {
      throw wrong(name, "text");
    }
    return text;
  }
}
