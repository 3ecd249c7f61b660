package io.github.youtubeupload.testkit.internal.storage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** A SHA-256 that can go back: it remembers its state at some offsets, a bounded number. */
final class RewindableHash {
  private static final int MAX_MARKS = 64;

  private final TreeMap<Long, MessageDigest> marks = new TreeMap<>();
  private MessageDigest digest;
  private long length;

  RewindableHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
    mark();
  }

  void update(byte[] bytes, int offset, int count) {
    digest.update(bytes, offset, count);
    length += count;
  }

  long length() {
    return length;
  }

  /** Remembers the present state; the newest mark and offset 0 are never forgotten. */
  void mark() {
    if (marks.size() >= MAX_MARKS) {
      thinOut();
    }
    marks.put(length, copy(digest));
  }

  /** Goes back to the last remembered offset that is not after {@code offset}. */
  void rewind(long offset) {
    if (offset >= length) {
      return;
    }
    Map.Entry<Long, MessageDigest> mark = marks.floorEntry(offset);
    digest = copy(mark.getValue());
    length = mark.getKey();
    marks.tailMap(length, false).clear();
  }

  /** Of all bytes so far, as lower-case hexadecimal digits. */
  String hex() {
    return HexFormat.of().formatHex(copy(digest).digest());
  }

  private void thinOut() {
    boolean drop = false;
    Iterator<Long> offsets = marks.keySet().iterator();
    while (offsets.hasNext()) {
      offsets.next();
      if (drop) {
        offsets.remove();
      }
      drop = !drop;
    }
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The JDK's SHA-256 can be copied", e);
    }
  }
}
