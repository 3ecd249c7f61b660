package io.github.youtubeupload.examples.backend.resumable;

import io.github.youtubeupload.examples.backend.web.ApiException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code Upload-Metadata} says: of the file, and of the video.
 *
 * @param fileName as on the sender's disk
 * @param lastModified tells two files of one name and size apart; empty if not said
 * @param form the video's fields, as in a form: {@code metadata_json}, or one by one
 */
record Announcement(String fileName, String lastModified, Map<String, String> form) {

  static Announcement of(@Nullable String header) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : header == null ? new String[0] : header.split(",", -1)) {
      String[] keyAndValue = pair.strip().split(" +", 2);
      if (!keyAndValue[0].isEmpty()) {
        values.put(keyAndValue[0], keyAndValue.length == 1 ? "" : decoded(keyAndValue[1]));
      }
    }
    String name = values.getOrDefault("filename", "video");
    String modified = values.getOrDefault("lastmodified", "");
    values.keySet().removeAll(java.util.Set.of("filename", "filetype", "lastmodified"));
    return new Announcement(name, modified, values);
  }

  private static String decoded(String value) {
    try {
      byte[] bytes = Base64.getDecoder().decode(value);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException | IllegalArgumentException e) {
      throw ApiException.badRequest(
          "invalid_field", "Upload-Metadata must hold UTF-8 in Base64: key SPACE value, …");
    }
  }
}
