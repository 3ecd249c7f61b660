package io.github.youtubeupload.testkit.internal.http;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer. */
public interface ReplyBody {
  /** How many bytes {@link #writeTo} writes. */
  long length();

  /** Writes the whole body. */
  void writeTo(OutputStream out) throws IOException;

  /** A body held in memory. */
  static ReplyBody of(byte[] bytes) {
    return new ReplyBody() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
      }
    };
  }
}
