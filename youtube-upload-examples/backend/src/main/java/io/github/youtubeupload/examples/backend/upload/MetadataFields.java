package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.metadata.Privacy;
import io.github.youtubeupload.metadata.VideoMetadata;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Metadata out of JSON. Limits are the library's business; here it is only about types. */
final class MetadataFields {
  private MetadataFields() {}

  static VideoMetadata read(ObjectNode fields) {
    VideoMetadata.Builder metadata = VideoMetadata.builder();
    for (Map.Entry<String, JsonNode> field : fields.properties()) {
      read(field.getKey(), field.getValue(), metadata);
    }
    return metadata.build();
  }

  private static void read(String name, JsonNode value, VideoMetadata.Builder metadata) {
    switch (name) {
      case "tags" -> metadata.tags(JsonFields.list(name, value));
      case "made_for_kids" -> flag(name, value, metadata::madeForKids);
      case "contains_synthetic_media" -> flag(name, value, metadata::containsSyntheticMedia);
      case "embeddable" -> flag(name, value, metadata::embeddable);
      default -> text(name, JsonFields.text(name, value), metadata);
    }
  }

  private static void text(String name, @Nullable String text, VideoMetadata.Builder metadata) {
    if (text == null) {
      text = "";
    }
    switch (name) {
      case "title" -> metadata.title(text);
      case "description" -> metadata.description(text);
      case "privacy", "privacy_status" -> metadata.privacy(privacy(name, text));
      case "category_id" -> metadata.categoryId(text.isEmpty() ? "22" : text);
      case "default_language" -> {
        if (!text.isEmpty()) {
          metadata.defaultLanguage(text);
        }
      }
      case "publish_at" -> {
        if (!text.isEmpty()) {
          metadata.publishAt(instant(name, text));
        }
      }
      default -> throw JsonFields.unknown(name);
    }
  }

  private static void flag(
      String name, JsonNode value, java.util.function.Consumer<Boolean> setter) {
    Boolean found = JsonFields.flag(name, value);
    if (found != null) {
      setter.accept(found);
    }
  }

  private static Privacy privacy(String name, String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "private" -> Privacy.PRIVATE;
      case "unlisted" -> Privacy.UNLISTED;
      case "public" -> Privacy.PUBLIC;
      default -> throw JsonFields.wrong(name, "private, unlisted or public");
    };
  }

  private static Instant instant(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw JsonFields.wrong(name, "a time with its offset, such as 2030-01-31T18:00:00Z");
    }
  }
}
