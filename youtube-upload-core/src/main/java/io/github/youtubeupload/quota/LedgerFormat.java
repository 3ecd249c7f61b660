package io.github.youtubeupload.quota;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.youtubeupload.quota.Ledger.EmptyBucket;
import io.github.youtubeupload.quota.QuotaEntry.State;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32;

/**
 * The ledger's file: a line that names the format, a line for each reservation and for each bucket
 * that Google called empty, and a checksum of them all. Fields end with a tab or the line; names
 * are percent-encoded.
 */
final class LedgerFormat {
  private static final String NAME = "youtube-upload quota ledger ";
  private static final int VERSION = 1;
  private static final String CHECKSUM = "crc32\t";

  private LedgerFormat() {}

  static byte[] write(Ledger ledger) {
    StringBuilder text = new StringBuilder(NAME).append(VERSION).append('\n');
    for (LedgerLine line : ledger.lines()) {
      append(
          text,
          "reservation",
          encoded(line.key().project()),
          encoded(line.key().id()),
          encoded(line.bucket()),
          Long.toString(line.units()),
          encoded(line.uploadId()),
          line.day().toString(),
          line.reservedAt().toString(),
          line.leaseEnd().toString(),
          line.recorded().name());
    }
    for (EmptyBucket empty : ledger.emptyBuckets()) {
      append(
          text, "empty", encoded(empty.project()), encoded(empty.bucket()), empty.day().toString());
    }
    return (text + checksum(text.toString())).getBytes(UTF_8);
  }

  static Ledger read(byte[] content) throws DamagedLedgerException {
    String text = new String(content, UTF_8);
    if (!text.startsWith(NAME)) {
      throw new DamagedLedgerException("it is not a ledger of this library");
    }
    if (!text.startsWith(NAME + VERSION + "\n")) {
      throw new DamagedLedgerException("it was written by another version of this library");
    }
    int end = text.lastIndexOf(CHECKSUM);
    if (end < 0 || !text.substring(end).equals(checksum(text.substring(0, end)))) {
      throw new DamagedLedgerException("its checksum is wrong or missing");
    }
    Ledger ledger = new Ledger();
    List<String> lines = text.substring(0, end).lines().skip(1).toList();
    for (String line : lines) {
      try {
        parse(line.split("\t", -1), ledger);
      } catch (DateTimeException | IllegalArgumentException e) {
        throw new DamagedLedgerException("it holds a line this version does not understand");
      }
    }
    return ledger;
  }

  private static void parse(String[] fields, Ledger ledger) {
    String line = fields[0] + " " + fields.length;
    switch (line) {
      case "reservation 10" ->
          ledger.add(
              new LedgerLine(
                  new LedgerLine.Key(decoded(fields[1]), decoded(fields[2])),
                  decoded(fields[3]),
                  Long.parseLong(fields[4]),
                  decoded(fields[5]),
                  LocalDate.parse(fields[6]),
                  Instant.parse(fields[7]),
                  Instant.parse(fields[8]),
                  State.valueOf(fields[9])));
      case "empty 4" ->
          ledger.add(
              new EmptyBucket(decoded(fields[1]), decoded(fields[2]), LocalDate.parse(fields[3])));
      default -> throw new IllegalArgumentException(line);
    }
  }

  private static void append(StringBuilder text, String... fields) {
    text.append(String.join("\t", fields)).append('\n');
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(UTF_8));
    return CHECKSUM + Long.toHexString(crc.getValue()) + '\n';
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, UTF_8);
  }

  private static String decoded(String field) {
    return URLDecoder.decode(field, UTF_8);
  }
}
