package io.github.youtubeupload.internal.protocol;

import java.util.OptionalLong;

/**
 * Which bytes of the video a request carries.
 *
 * @param first offset of the first byte
 * @param length number of bytes, 1 or more
 * @param total size of the video; empty while it is still being made
 */
public record ContentRange(long first, long length, OptionalLong total) {

  /** Whether the video is complete with this range. */
  public boolean isLast() {
    return total.isPresent() && first + length == total.getAsLong();
  }

  @Override
  public String toString() {
    return "bytes " + first + "-" + (first + length - 1) + "/" + totalOrStar(total);
  }

  static String totalOrStar(OptionalLong total) {
    return total.isPresent() ? Long.toString(total.getAsLong()) : "*";
  }
}
