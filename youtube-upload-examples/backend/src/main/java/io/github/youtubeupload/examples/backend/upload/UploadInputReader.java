package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.examples.backend.web.ApiException;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The three forms of a request for an upload: nested JSON, flat JSON, and the fields of a form.
 * Names may be written {@code videoUrl} or {@code video_url}.
 */
@Component
final class UploadInputReader {
  private final JsonMapper json = new JsonMapper();

  /** {@code {"videoUrl", "metadata": {"title", …}}} or {@code {"video_url", "title", …}}. */
  UploadInput fromJson(String body) {
    ObjectNode fields = JsonFields.snakeCased(object(body, "The body"));
    JsonNode url = fields.remove("video_url");
    JsonNode token = fields.remove("access_token");
    JsonNode nested = fields.remove("metadata");
    if (nested != null && !fields.isEmpty()) {
      throw JsonFields.unknown(fields.propertyNames().iterator().next());
    }
    if (nested != null && !(nested instanceof ObjectNode)) {
      throw malformed("\"metadata\" must be a JSON object");
    }
    String address = JsonFields.text("video_url", url);
    if (address == null) {
      throw ApiException.badRequest(
          "no_video", "Give \"videoUrl\", or send a file as multipart/form-data");
    }
    ObjectNode metadata = nested == null ? fields : JsonFields.snakeCased((ObjectNode) nested);
    return new UploadInput(
        MetadataFields.read(metadata), address, JsonFields.text("access_token", token));
  }

  /** {@code metadata_json}, or the same fields one by one. */
  UploadInput fromForm(Map<String, String> form) {
    ObjectNode fields = json.createObjectNode();
    form.forEach(fields::put);
    fields = JsonFields.snakeCased(fields);
    JsonNode token = fields.remove("access_token");
    String written = JsonFields.text("metadata_json", fields.remove("metadata_json"));
    if (written != null) {
      fields = JsonFields.snakeCased(object(written, "metadata_json"));
    }
    return new UploadInput(
        MetadataFields.read(fields), null, JsonFields.text("access_token", token));
  }

  private ObjectNode object(String text, String what) {
    try {
      if (json.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      // Falls through: the parser's own words are of no use to a caller.
    }
    throw malformed(what + " is no JSON object");
  }

  private static ApiException malformed(String message) {
    return ApiException.badRequest("malformed_json", message);
  }
}
