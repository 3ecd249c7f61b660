package io.github.youtubeupload.quota;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.youtubeupload.internal.files.Hashes;
import io.github.youtubeupload.internal.files.PrivateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Settled reservations in a directory for each day, in one of 256 files by the hash of the name, so
 * that a look-up reads few lines on the longest day. Files only grow; each line has a checksum.
 *
 * <p>A line is kept in the ledger's file until it is safe here, so what a crash cuts off at the end
 * of a file is added again by whoever uses the ledger next, before anything is read.
 */
final class SettledFiles implements SettledLines {
  private static final int LARGEST = 64 << 20;

  private final PrivateDirectory directory;

  SettledFiles(PrivateDirectory directory) {
    this.directory = directory;
  }

  @Override
  public Optional<LedgerLine> find(LedgerLine.Key key) {
    try {
      Optional<LedgerLine> newest = Optional.empty();
      for (String day : days()) {
        for (LedgerLine line : read(day + "/" + shard(key), encoded(key))) {
          newest = Optional.of(newest.map(found -> LedgerLine.newer(found, line)).orElse(line));
        }
      }
      return newest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<LedgerLine> of(LocalDate day) {
    try {
      List<LedgerLine> lines = new ArrayList<>();
      for (String shard : directory.names(day.toString())) {
        lines.addAll(read(day + "/" + shard, ""));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When this returns, the lines are on the disk. */
  void add(List<LedgerLine> lines) throws IOException {
    Map<String, StringBuilder> texts = new TreeMap<>();
    for (LedgerLine line : lines) {
      String text = LedgerLineFormat.write(line);
      texts
          .computeIfAbsent(line.day() + "/" + shard(line.key()), file -> new StringBuilder())
          .append(text)
          .append('\t')
          .append(LedgerLineFormat.checksum(text))
          .append('\n');
    }
    for (Map.Entry<String, StringBuilder> file : texts.entrySet()) {
      String day = file.getKey().substring(0, file.getKey().indexOf('/'));
      if (!directory.exists(day)) {
        directory.makeChild(day);
        directory.sync();
      }
      if (directory.appendLines(file.getKey(), file.getValue().toString().getBytes(UTF_8))) {
        directory.sync(day);
      }
    }
  }

  boolean hasAny() throws IOException {
    return !days().isEmpty();
  }

  void forgetBefore(LocalDate oldest) throws IOException {
    for (String day : days()) {
      if (LocalDate.parse(day).isBefore(oldest)) {
        for (String shard : directory.names(day)) {
          directory.delete(day + "/" + shard);
        }
        directory.delete(day);
      }
    }
  }

  private List<String> days() throws IOException {
    return directory.names("").stream()
        .filter(name -> name.matches("\\d{4}-\\d\\d-\\d\\d"))
        .toList();
  }

  /** The lines of a file that begin so; every line is checked, for it might have been one. */
  private List<LedgerLine> read(String file, String start) throws IOException {
    byte[] content;
    try {
      content = directory.read(file, LARGEST);
    } catch (NoSuchFileException e) {
      return List.of();
    }
    String text = new String(content, UTF_8);
    if (!text.endsWith("\n")) {
      throw new DamagedLedgerException("the last line of " + file + " is cut off");
    }
    List<LedgerLine> found = new ArrayList<>();
    for (String line : (Iterable<String>) text.lines()::iterator) {
      int tab = Math.max(0, line.lastIndexOf('\t'));
      String fields = line.substring(0, tab);
      if (!line.substring(tab).equals("\t" + LedgerLineFormat.checksum(fields))) {
        throw new DamagedLedgerException("the checksum of a line of " + file + " is wrong");
      }
      if (fields.startsWith(start)) {
        found.add(LedgerLineFormat.read(fields));
      }
    }
    return found;
  }

  private static String encoded(LedgerLine.Key key) {
    return LedgerLineFormat.encoded(key.project())
        + "\t"
        + (LedgerLineFormat.encoded(key.id()) + "\t");
  }

  private static String shard(LedgerLine.Key key) {
    return HexFormat.of().formatHex(Hashes.sha256(encoded(key)), 0, 1);
  }
}
