package io.github.youtubeupload.quota;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.youtubeupload.quota.Ledger.BucketDay;
import io.github.youtubeupload.quota.Ledger.Total;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/**
 * The ledger's file: a line that names the format, how many settlements there were, a line for each
 * bucket and day, for each reservation that is held and for each that was just settled, and a
 * checksum of them all.
 */
final class LedgerFormat {
  private static final String NAME = "youtube-upload quota ledger ";
  private static final int VERSION = 2;
  private static final String CHECKSUM = "crc32c\t";

  private LedgerFormat() {}

  static byte[] write(Ledger ledger) {
    StringBuilder text = new StringBuilder(NAME).append(VERSION).append('\n');
    text.append("sequence\t").append(ledger.sequence()).append('\n');
    ledger
        .totals()
        .forEach(
            (of, total) ->
                text.append("total\t")
                    .append(LedgerLineFormat.encoded(of.project()))
                    .append('\t')
                    .append(LedgerLineFormat.encoded(of.bucket()))
                    .append('\t')
                    .append(of.day())
                    .append('\t')
                    .append(total.spent())
                    .append('\t')
                    .append(total.exhausted())
                    .append('\n'));
    for (LedgerLine line : ledger.held()) {
      text.append("held\t").append(LedgerLineFormat.write(line)).append('\n');
    }
    for (LedgerLine line : ledger.newlySettled()) {
      text.append("settled\t").append(LedgerLineFormat.write(line)).append('\n');
    }
    return (text + checksum(text.toString())).getBytes(UTF_8);
  }

  static Ledger read(byte[] content, SettledLines settled) throws DamagedLedgerException {
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
    Ledger ledger = new Ledger(settled);
    List<String> lines = text.substring(0, end).lines().skip(1).toList();
    for (String line : lines) {
      int tab = line.indexOf('\t');
      parse(line.substring(0, Math.max(0, tab)), line.substring(tab + 1), ledger);
    }
    return ledger;
  }

  private static void parse(String kind, String rest, Ledger ledger) throws DamagedLedgerException {
    try {
      switch (kind) {
        case "sequence" -> ledger.restore(Long.parseLong(rest));
        case "held" -> ledger.restoreHeld(LedgerLineFormat.read(rest));
        case "settled" -> ledger.restoreNewlySettled(LedgerLineFormat.read(rest));
        case "total" -> parseTotal(rest.split("\t", -1), ledger);
        default -> throw LedgerLineFormat.misunderstood();
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw LedgerLineFormat.misunderstood();
    }
  }

  private static void parseTotal(String[] fields, Ledger ledger) throws DamagedLedgerException {
    if (fields.length != 5) {
      throw LedgerLineFormat.misunderstood();
    }
    ledger.restore(
        new BucketDay(
            LedgerLineFormat.decoded(fields[0]),
            LedgerLineFormat.decoded(fields[1]),
            LocalDate.parse(fields[2])),
        new Total(Long.parseLong(fields[3]), Boolean.parseBoolean(fields[4])));
  }

  private static String checksum(String text) {
    return CHECKSUM + LedgerLineFormat.checksum(text) + '\n';
  }
}
