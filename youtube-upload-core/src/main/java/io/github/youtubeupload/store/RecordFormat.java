package io.github.youtubeupload.store;

import com.google.gson.stream.JsonWriter;
import io.github.youtubeupload.source.SourceDescription;
import io.github.youtubeupload.store.RecordFields.DamageException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One record as a flat JSON object, with a checksum at its end. Every field counts for "at most one
 * video", so a field that is not known is refused, and whoever adds one raises {@link #VERSION}.
 */
final class RecordFormat {
  static final int VERSION = 2;

  private static final int BEFORE_CHECKSUMS = 1;

  private final @Nullable SessionSeal seal;

  RecordFormat(@Nullable SessionSeal seal) {
    this.seal = seal;
  }

  byte[] encode(UploadRecord record, Stamp stamp) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.setIndent("  ");
      json.setSerializeNulls(false);
      json.beginObject();
      json.name("format").value(VERSION);
      json.name("uploadId").value(record.uploadId());
      json.name("stamp").value(stamp.claim() + "." + stamp.number());
      json.name("step").value(record.step().name());
      json.name("project").value(record.project());
      json.name("account").value(record.account());
      json.name("sourceName").value(record.sourceName());
      json.name("sourceLocator").value(record.sourceLocator());
      writeSource(json, record.source());
      json.name("metadata").value(record.metadata());
      json.name("parameters").value(record.parameters());
      json.name("attempt").value(record.attempt());
      writeSession(json, record);
      json.name("confirmed").value(record.confirmed());
      json.name("videoId").value(record.videoId());
      json.name("failure").value(record.failure());
      json.name("createdAt").value(record.createdAt().toString());
      json.name("updatedAt").value(record.updatedAt().toString());
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a StringWriter throws none
    }
    return Checksum.added(withoutSurrogates(text.toString()));
  }

  private static void writeSource(JsonWriter json, @Nullable SourceDescription source)
      throws IOException {
    if (source == null) {
      return;
    }
    json.name("source.name").value(source.name());
    json.name("source.contentType").value(source.contentType());
    if (source.size().isPresent()) {
      json.name("source.size").value(source.size().getAsLong());
    }
    json.name("source.fingerprint").value(source.fingerprint());
    json.name("source.replayable").value(source.replayable());
  }

  private void writeSession(JsonWriter json, UploadRecord record) throws IOException {
    URI session = record.session();
    if (session == null) {
      return;
    }
    if (seal == null) {
      json.name("session").value(session.toString());
    } else {
      json.name("session.key").value(seal.keyName());
      json.name("session.sealed").value(seal.seal(session.toString(), record.uploadId()));
    }
  }

  /** Half a surrogate pair in a title has no UTF-8; escaped, it comes back as it was. */
  private static String withoutSurrogates(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (Character.isSurrogate(c)) {
        escaped.append("\\u").append(Integer.toHexString(c));
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  RecordLookup decode(byte[] content) {
    try {
      RecordFields fields = new RecordFields(content);
      long format = fields.number("format");
      if (format == BEFORE_CHECKSUMS) {
        return new RecordLookup.Unreadable(
            "it has format 1, from before the first release: use the version that wrote it");
      }
      Checksum.verify(content);
      fields.text(Checksum.FIELD);
      if (format > VERSION) {
        return new RecordLookup.Unreadable(
            "it has format " + format + ", from a later version of this library: use that version");
      }
      if (format != VERSION) {
        return new RecordLookup.Damaged("it has a format that there never was");
      }
      String keyName = fields.optionalText("session.key");
      if (keyName != null && (seal == null || !keyName.equals(seal.keyName()))) {
        String has = seal == null ? "was given no key" : "has key " + seal.keyName();
        return new RecordLookup.Unreadable(
            "its session was encrypted with key "
                + (keyName + ", and this store " + has)
                + ": open the store with the key that it was written with");
      }
      return whole(fields);
    } catch (DamageException e) {
      return new RecordLookup.Damaged(String.valueOf(e.getMessage()));
    }
  }

  private RecordLookup.Found whole(RecordFields fields) throws DamageException {
    String uploadId = fields.text("uploadId");
    String stamp = fields.text("stamp");
    try {
      UploadRecord record =
          new UploadRecord(
              uploadId,
              UploadStep.valueOf(fields.text("step")),
              fields.text("project"),
              fields.text("account"),
              fields.text("sourceName"),
              fields.optionalText("sourceLocator"),
              readSource(fields),
              fields.text("metadata"),
              fields.text("parameters"),
              Math.toIntExact(fields.number("attempt")),
              readSession(fields, uploadId),
              fields.number("confirmed"),
              fields.optionalText("videoId"),
              fields.optionalText("failure"),
              fields.time("createdAt"),
              fields.time("updatedAt"));
      fields.requireEmpty();
      return new RecordLookup.Found(record, stampOf(stamp));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new DamageException("one of its values is out of range");
    }
  }

  private static Stamp stampOf(String text) throws DamageException {
    int dot = text.lastIndexOf('.');
    if (dot < 0) {
      throw new DamageException("its stamp is none");
    }
    return new Stamp(text.substring(0, dot), Long.parseLong(text.substring(dot + 1)));
  }

  private static @Nullable SourceDescription readSource(RecordFields fields)
      throws DamageException {
    if (!fields.has("source.name")) {
      return null;
    }
    OptionalLong size =
        fields.has("source.size")
            ? OptionalLong.of(fields.number("source.size"))
            : OptionalLong.empty();
    return new SourceDescription(
        fields.text("source.name"),
        fields.text("source.contentType"),
        size,
        fields.text("source.fingerprint"),
        Boolean.parseBoolean(fields.text("source.replayable")));
  }

  private @Nullable URI readSession(RecordFields fields, String uploadId) throws DamageException {
    String session = fields.optionalText("session");
    String sealed = fields.optionalText("session.sealed");
    if (sealed != null) {
      if (seal == null) {
        throw new DamageException("its session does not name its key");
      }
      session =
          seal.open(sealed, uploadId)
              .orElseThrow(() -> new DamageException("its session was changed or is another's"));
    }
    try {
      return session == null ? null : new URI(session);
    } catch (URISyntaxException e) {
      throw new DamageException("its session is no URI"); // the cause would repeat it
    }
  }
}
