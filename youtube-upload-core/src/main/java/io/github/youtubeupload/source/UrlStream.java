package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.io.BlockInputStream;
import io.github.youtubeupload.internal.origin.OriginAnswer;
import io.github.youtubeupload.internal.origin.Representation;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content from an offset on. A broken connection is made anew where it broke; so is one that
 * gave a shorter part than was asked for, as an origin may.
 */
final class UrlStream extends BlockInputStream {
  private final UrlFetcher fetcher;
  private final Representation expected;
  private final long size;
  private final OriginRetries retries;
  private long position;
  private long openedAt;
  private @Nullable OriginAnswer answer;
  private InputStream body = InputStream.nullInputStream();

  private UrlStream(UrlFetcher fetcher, Representation expected, long position) {
    this.fetcher = fetcher;
    this.expected = expected;
    this.size = expected.length().orElseThrow();
    this.retries = new OriginRetries(fetcher);
    this.position = position;
  }

  /** Goes on with the answer by which the content was described, which begins at 0. */
  static UrlStream from(
      UrlFetcher fetcher, Representation expected, OriginAnswer first, InputStream body) {
    UrlStream stream = new UrlStream(fetcher, expected, 0);
    stream.answer = first;
    stream.body = body;
    return stream;
  }

  /** Asks for the content from an offset on. */
  static UrlStream at(UrlFetcher fetcher, Representation expected, long offset) throws IOException {
    UrlStream stream = new UrlStream(fetcher, expected, offset);
    if (offset < stream.size) {
      stream.retries.call(stream::reopen);
    }
    return stream;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    while (position < size) {
      try {
        if (answer == null) {
          reopen();
        }
        int n = body.read(bytes, from, (int) Math.min(length, size - position));
        if (n >= 0) {
          position += n;
          retries.reached(position);
          return n;
        }
        drop();
        if (position == openedAt) {
          throw new EOFException("it ended at byte " + position + " of " + size);
        }
      } catch (IOException e) {
        drop();
        retries.waitAfter(e);
      }
    }
    requireEnd();
    return -1;
  }

  private OriginAnswer reopen() throws IOException {
    OriginAnswer opened = fetcher.get(position, expected.validator());
    answer = opened;
    openedAt = position;
    try {
      body = opened.body();
      if (ResumedAnswerCheck.isWhole(opened, expected, position, fetcher.redaction())) {
        skip();
      }
      return opened;
    } catch (IOException e) {
      drop();
      throw e;
    }
  }

  /** The origin sent the whole, the same whole: what is known already goes past. */
  private void skip() throws IOException {
    byte[] buffer = new byte[16 * 1024];
    for (long left = position; left > 0; ) {
      int n = body.read(buffer, 0, (int) Math.min(left, buffer.length));
      if (n < 0) {
        throw new EOFException("it ended before byte " + position);
      }
      left -= n;
    }
  }

  /** Every byte came; what is left to see is that there is not one more. */
  private void requireEnd() throws SourceChangedException {
    if (answer == null) {
      return;
    }
    try {
      if (body.read() >= 0) {
        throw new SourceChangedException(
            fetcher.options() + " was " + size + " bytes long, but sends more");
      }
    } catch (SourceChangedException e) {
      throw e;
    } catch (IOException e) {
      // a cut after the last byte takes nothing away
    }
    drop();
  }

  private void drop() {
    Optional.ofNullable(answer).ifPresent(OriginAnswer::close);
    answer = null;
    body = InputStream.nullInputStream();
  }

  @Override
  public void close() {
    drop();
  }
}
