package io.github.youtubeupload.examples.backend.resumable;

import java.time.Instant;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;

/**
 * What is noted down of a part. How much of it has arrived is not: its file says that, also after a
 * process was killed.
 *
 * @param owner the account that may send it
 * @param length in bytes, of the whole
 * @param metadata as the tus client sent it
 * @param expires when nobody need wait for the rest any more
 */
record Part(String owner, long length, String metadata, Instant expires) {

  static Part of(UploadInfo info) {
    Long expires = info.getExpirationTimestamp();
    return new Part(
        info.getOwnerKey(),
        info.getLength(),
        info.getEncodedMetadata(),
        expires == null ? Instant.MAX : Instant.ofEpochMilli(expires));
  }

  UploadInfo info(UploadId id, long received, Instant now) {
    UploadInfo info = new UploadInfo();
    info.setId(id);
    info.setOwnerKey(owner);
    info.setLength(length);
    info.setEncodedMetadata(metadata);
    info.setOffset(received);
    if (!expires.equals(Instant.MAX)) {
      info.updateExpiration(expires.toEpochMilli() - now.toEpochMilli());
    }
    return info;
  }
}
