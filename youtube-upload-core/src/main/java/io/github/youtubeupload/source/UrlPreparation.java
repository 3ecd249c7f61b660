package io.github.youtubeupload.source;

import io.github.youtubeupload.internal.origin.BodyFraming;
import io.github.youtubeupload.internal.origin.NotRetryableException;
import io.github.youtubeupload.internal.origin.OriginAnswer;
import io.github.youtubeupload.internal.origin.Redaction;
import io.github.youtubeupload.internal.origin.Representation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * Looks at a URL by its first GET (signed URLs refuse a HEAD) and decides: relay it if a broken
 * transfer could be resumed, else spool it.
 */
final class UrlPreparation {
  private UrlPreparation() {}

  static PreparedSource prepare(UrlOptions options, SourceContext context) throws IOException {
    UrlFetcher fetcher = new UrlFetcher(options);
    try {
      First first = new OriginRetries(fetcher).call(() -> look(fetcher));
      PreparedSource prepared =
          first.seen().isResumable()
              ? new RelayedUrl(fetcher, first)
              : SpooledUrl.download(fetcher, first, context);
      requireSame(prepared, context);
      return prepared;
    } catch (IOException | RuntimeException e) {
      fetcher.close();
      throw e;
    }
  }

  private static void requireSame(PreparedSource prepared, SourceContext context)
      throws SourceChangedException {
    SourceDescription now = prepared.description();
    if (context.earlier().isPresent()
        && !context.earlier().get().fingerprint().equals(now.fingerprint())) {
      prepared.close();
      throw new SourceChangedException(
          now.name() + " is not the content this upload began with: its size or tag changed");
    }
  }

  /** The first answer: what it says, and its body, of which the beginning was looked at. */
  record First(OriginAnswer answer, Representation seen, String type, InputStream body) {}

  static First look(UrlFetcher fetcher) throws IOException {
    OriginAnswer answer = fetcher.get(0, java.util.Optional.empty());
    try {
      Redaction redaction = fetcher.redaction();
      FirstAnswerCheck.requireContent(answer, fetcher.options(), redaction);
      requireEnd(answer);
      byte[] head = answer.body().readNBytes(OriginAnswer.HEAD_BYTES);
      String type = FirstAnswerCheck.type(answer, head, fetcher.options(), redaction);
      InputStream body = new SequenceInputStream(new ByteArrayInputStream(head), answer.body());
      return new First(answer, Representation.of(answer.head()), type, body);
    } catch (IOException | RuntimeException e) {
      answer.close();
      throw e;
    }
  }

  /** The end of a part is no end: only a total tells whether more belongs to the content. */
  private static void requireEnd(OriginAnswer answer) throws IOException {
    boolean part = answer.status() == 206;
    boolean endShows = !part && BodyFraming.hasEnd(answer.head());
    if (!endShows && Representation.of(answer.head()).length().isEmpty()) {
      String lack = part ? "a part and no total" : "neither Content-Length nor chunks";
      throw new NotRetryableException(
          answer.summary() + " with " + lack + ": nobody could tell whether it is complete");
    }
  }
}
