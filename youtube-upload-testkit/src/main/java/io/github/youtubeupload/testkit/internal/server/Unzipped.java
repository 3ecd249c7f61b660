package io.github.youtubeupload.testkit.internal.server;

import io.github.youtubeupload.testkit.internal.http.RequestBody;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A gzipped body without its coding; tells a body that is no gzip from a client that left. */
final class Unzipped extends InputStream {
  private static final int BUFFER = 32 * 1024;

  private final RequestBody body;
  private @Nullable InputStream content;

  Unzipped(RequestBody body) {
    this.body = body;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      if (content == null) {
        content = new GZIPInputStream(body, BUFFER);
      }
      return content.read(target, offset, length);
    } catch (ZipException e) {
      throw malformed(e);
    } catch (EOFException e) {
      throw body.isRead() ? malformed(e) : e;
    }
  }

  private static IOException malformed(IOException cause) {
    MalformedBodyException malformed = new MalformedBodyException("The body is not gzip.");
    malformed.initCause(cause);
    return malformed;
  }
}
