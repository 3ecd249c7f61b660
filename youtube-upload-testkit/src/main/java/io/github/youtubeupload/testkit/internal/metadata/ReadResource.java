package io.github.youtubeupload.testkit.internal.metadata;

import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A resource as it was read from a body.
 *
 * @param resource without any part if there is a refusal
 * @param refusal why it could not be read
 */
public record ReadResource(SentResource resource, Optional<Refusal> refusal) {
  private static final int MOST_BYTES = 1024 * 1024;

  /**
   * Reads a body, or one part of it, to its end.
   *
   * @param contentType what the client calls it
   * @param typeRequired whether it has to be called anything
   */
  public static ReadResource from(
      InputStream body, Optional<String> contentType, boolean typeRequired) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    String type = contentType.orElse("");
    if (bytes.length > 0 && !MediaType.isJson(type) && (typeRequired || !type.isEmpty())) {
      return refused(
          Refusal.of(400, "global", "badContent", "Unsupported content with type: " + type));
    }
    return text(bytes)
        .flatMap(SentResource::parse)
        .map(resource -> new ReadResource(resource, Optional.empty()))
        .orElseGet(() -> refused(Refusal.of(400, "global", "parseError", "Parse Error")));
  }

  private static ReadResource refused(Refusal why) {
    return new ReadResource(SentResource.none(), Optional.of(why));
  }

  /** The text; empty if it is too long, or not UTF-8. */
  private static Optional<String> text(byte[] bytes) {
    try {
      return bytes.length > MOST_BYTES
          ? Optional.empty()
          : Optional.of(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }
}
