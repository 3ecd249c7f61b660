package io.github.youtubeupload.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.youtubeupload.store.RecordFields.DamageException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * The last field of a record, over all bytes before it: the same in every format from 2 on, so that
 * a changed letter is damage, and neither another request nor a later format.
 */
final class Checksum {
  static final String FIELD = "crc32c";

  private static final String START = ",\n  \"" + FIELD + "\": \"";
  private static final String END = "\"\n}";
  private static final int LENGTH = START.length() + 8 + END.length();

  private Checksum() {}

  /** Adds the field to a JSON object that is indented by two blanks. */
  static byte[] added(String json) {
    String open = json.substring(0, json.lastIndexOf("\n}"));
    return (open + field(open.getBytes(UTF_8))).getBytes(UTF_8);
  }

  static void verify(byte[] record) throws DamageException {
    int start = Math.max(0, record.length - LENGTH);
    String found = new String(record, start, record.length - start, UTF_8);
    if (!found.startsWith(START)) {
      throw new DamageException("it has no checksum at its end");
    }
    if (!found.equals(field(Arrays.copyOf(record, start)))) {
      throw new DamageException(
          "its checksum is wrong, so it was changed after it was written, by hand or by the disk");
    }
  }

  private static String field(byte[] before) {
    CRC32C crc = new CRC32C();
    crc.update(before);
    return START + HexFormat.of().toHexDigits((int) crc.getValue()) + END;
  }
}
