package io.github.youtubeupload.store;

import io.github.youtubeupload.internal.files.Hashes;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What an upload is called on disk, whatever its id holds: some readable letters of the id for
 * people, and a hash that tells ids apart, also where the file system ignores case.
 *
 * @param stem the file name without its ending
 * @param lockPosition where in the lock file the upload's owner holds its byte
 */
record RecordName(String stem, long lockPosition) {
  static final String ENDING = ".json";
  static final String ACTIVE = "active";
  static final String ENDED = "ended";

  private static final int READABLE = 40;
  private static final int HASH_BYTES = 16;

  static RecordName of(String uploadId) {
    UploadId.require(uploadId);
    byte[] hash = Hashes.sha256(uploadId);
    String readable =
        uploadId.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    readable = readable.substring(0, Math.min(READABLE, readable.length()));
    String stem = readable + "-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    // 62 bits: two of a million uploads share a byte with a chance of one in ten million, and then
    // the second has to wait for the first. The last byte of a lock must stay below 2^63.
    return new RecordName(stem, ByteBuffer.wrap(hash).getLong() >>> 2);
  }

  /** Where the record is while something more will happen; this one counts if there are both. */
  String active() {
    return ACTIVE + "/" + file();
  }

  /** Where the record goes when the upload has ended. */
  String ended() {
    return shard() + "/" + file();
  }

  /** The directory of {@link #ended}: one of 256, so that none of them grows large. */
  String shard() {
    return ENDED + "/" + stem.substring(stem.length() - 2);
  }

  String file() {
    return stem + ENDING;
  }
}
