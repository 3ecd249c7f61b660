package io.github.youtubeupload.quota;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.youtubeupload.quota.QuotaEntry.State;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.zip.CRC32C;

/** A reservation as text: fields with a tab between them, names percent-encoded. */
final class LedgerLineFormat {
  private static final int FIELDS = 10;

  private LedgerLineFormat() {}

  static String write(LedgerLine line) {
    return String.join(
        "\t",
        encoded(line.key().project()),
        encoded(line.key().id()),
        encoded(line.bucket()),
        Long.toString(line.units()),
        encoded(line.uploadId()),
        line.day().toString(),
        line.reservedAt().toString(),
        line.leaseEnd().toString(),
        line.recorded().name(),
        Long.toString(line.sequence()));
  }

  static LedgerLine read(String text) throws DamagedLedgerException {
    String[] fields = text.split("\t", -1);
    if (fields.length != FIELDS) {
      throw misunderstood();
    }
    try {
      return new LedgerLine(
          new LedgerLine.Key(decoded(fields[0]), decoded(fields[1])),
          decoded(fields[2]),
          Long.parseLong(fields[3]),
          decoded(fields[4]),
          LocalDate.parse(fields[5]),
          Instant.parse(fields[6]),
          Instant.parse(fields[7]),
          State.valueOf(fields[8]),
          Long.parseLong(fields[9]));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw misunderstood();
    }
  }

  static DamagedLedgerException misunderstood() {
    return new DamagedLedgerException("it holds a line this version does not understand");
  }

  /** Of a text, as hexadecimal digits. */
  static String checksum(String text) {
    CRC32C crc = new CRC32C();
    crc.update(text.getBytes(UTF_8));
    return Long.toHexString(crc.getValue());
  }

  static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8);
  }

  static String decoded(String field) {
    return URLDecoder.decode(field, UTF_8);
  }
}
