package io.github.youtubeupload.store;

import java.nio.charset.StandardCharsets;

/** What may name an upload: 1 to 200 characters of well-formed Unicode, none of them a control. */
final class UploadId {
  private static final int MAX_LENGTH = 200;

  private UploadId() {}

  static void require(String uploadId) {
    if (uploadId.isEmpty() || uploadId.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "An upload id has 1 to " + MAX_LENGTH + " characters, this one " + uploadId.length());
    }
    if (uploadId.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("An upload id holds no control characters");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(uploadId)) {
      throw new IllegalArgumentException("An upload id holds no half of a surrogate pair");
    }
  }

  static void requireSame(String claimed, UploadRecord record) {
    if (!record.uploadId().equals(claimed)) {
      throw new IllegalArgumentException(
          "The claim is on upload " + claimed + ", the record of upload " + record.uploadId());
    }
  }
}
