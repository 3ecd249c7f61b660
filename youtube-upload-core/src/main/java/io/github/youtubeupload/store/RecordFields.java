package io.github.youtubeupload.store;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one flat JSON object, each taken out once. No message repeats a value. */
final class RecordFields {
  private final Map<String, String> values = new HashMap<>();

  /** The file is not what this library writes; the message says where. */
  static final class DamageException extends Exception {
    private static final long serialVersionUID = 1L;

    DamageException(String why) {
      super(why);
    }
  }

  RecordFields(byte[] json) throws DamageException {
    try (JsonReader reader = new JsonReader(new StringReader(strictUtf8(json)))) {
      reader.beginObject();
      while (reader.hasNext()) {
        String name = reader.nextName();
        if (values.put(name, value(reader)) != null) {
          throw new DamageException("it has two fields of one name");
        }
      }
      reader.endObject();
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new DamageException("it goes on after its end");
      }
    } catch (IOException | IllegalStateException e) {
      throw new DamageException("it is no JSON object");
    }
  }

  private static String strictUtf8(byte[] json) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
  }

  private static String value(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case STRING, NUMBER -> reader.nextString();
      case BOOLEAN -> Boolean.toString(reader.nextBoolean());
      default -> {
        reader.skipValue(); // a later format may nest; its version is judged before its fields
        yield "";
      }
    };
  }

  String text(String name) throws DamageException {
    String value = values.remove(name);
    if (value == null) {
      throw new DamageException("it has no " + name);
    }
    return value;
  }

  @Nullable String optionalText(String name) {
    return values.remove(name);
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  long number(String name) throws DamageException {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      throw new DamageException("its " + name + " is no number");
    }
  }

  Instant time(String name) throws DamageException {
    try {
      return Instant.parse(text(name));
    } catch (DateTimeException e) {
      throw new DamageException("its " + name + " is no time");
    }
  }

  /** Nothing may be left: a field that is not understood would be lost at the next writing. */
  void requireEmpty() throws DamageException {
    if (!values.isEmpty()) {
      throw new DamageException("it has a field that this format does not know");
    }
  }
}
