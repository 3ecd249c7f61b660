package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.files.FileFingerprint;
import io.github.youtubeupload.internal.files.SpoolFile;
import io.github.youtubeupload.internal.io.PositionedStream;
import io.github.youtubeupload.internal.origin.NotRetryableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;

/** A URL that had to be downloaded first. */
final class SpooledUrl implements PreparedSource {
  private final SpoolFile spool;
  private final SourceDescription description;

  private SpooledUrl(SpoolFile spool, SourceDescription description) {
    this.spool = spool;
    this.description = description;
  }

  /** Downloads all of it; what breaks off begins anew, because there is no way to resume it. */
  static SpooledUrl download(UrlFetcher fetcher, UrlPreparation.First first, SourceContext context)
      throws IOException {
    SpoolFile spool = new SpoolFile(context.spoolDirectory(), SpoolFile.FreeSpace.OF_DISK);
    try {
      String hash = new SpoolRun(fetcher, spool, context).run(first);
      String fingerprint = "url:size=" + spool.size() + ";sha256=" + hash;
      fetcher.close();
      return new SpooledUrl(
          spool,
          new SourceDescription(
              fetcher.options().name(),
              first.type(),
              OptionalLong.of(spool.size()),
              fingerprint,
              true));
    } catch (IOException | RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  @Override
  public SourceDescription description() {
    return description;
  }

  @Override
  public InputStream open(long offset) {
    return new PositionedStream(spool::read, offset);
  }

  @Override
  public void close() {
    spool.close();
  }

  /** One download. */
  private static final class SpoolRun {
    private static final int BUFFER_BYTES = 128 * 1024;

    private final UrlFetcher fetcher;
    private final UrlOptions options;
    private final SpoolFile spool;
    private final SourceContext context;
    private final OriginRetries retries;
    private final byte[] buffer = new byte[BUFFER_BYTES];

    SpoolRun(UrlFetcher fetcher, SpoolFile spool, SourceContext context) {
      this.fetcher = fetcher;
      this.options = fetcher.options();
      this.spool = spool;
      this.context = context;
      this.retries = new OriginRetries(fetcher);
    }

    String run(UrlPreparation.First first) throws IOException {
      UrlPreparation.First current = first;
      while (true) {
        try {
          return drain(current);
        } catch (IOException e) {
          current.answer().close();
          retries.waitAfter(e);
          current = retries.call(() -> UrlPreparation.look(fetcher));
        }
      }
    }

    private String drain(UrlPreparation.First from) throws IOException {
      long total = from.seen().length().orElse(-1);
      requireAllowed(total);
      spool.clear();
      spool.requireSpace(Math.max(0, total));
      MessageDigest sha = FileFingerprint.sha256();
      while (true) {
        int n = from.body().read(buffer, 0, buffer.length);
        if (n < 0) {
          requireComplete(total);
          return HexFormat.of().formatHex(sha.digest());
        }
        requireAllowed(spool.size() + n);
        sha.update(buffer, 0, n);
        spool.append(ByteBuffer.wrap(buffer, 0, n));
        retries.reached(spool.size());
        context.downloaded(spool.size(), total);
      }
    }

    private void requireAllowed(long bytes) throws NotRetryableException {
      long limit = Math.min(options.limits().size(), options.limits().spool());
      if (bytes > limit) {
        throw new NotRetryableException(
            options + " must be spooled and is above the limit of " + limit + " bytes");
      }
    }

    private void requireComplete(long total) throws IOException {
      if (total >= 0 && spool.size() != total) {
        throw new IOException(options + " ended at byte " + spool.size() + " of " + total);
      }
    }
  }
}
