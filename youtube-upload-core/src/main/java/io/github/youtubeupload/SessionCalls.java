package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.StallDetector;
import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.internal.protocol.Reply;
import io.github.youtubeupload.internal.protocol.SessionProtocol;
import io.github.youtubeupload.internal.segment.SegmentContent;
import io.github.youtubeupload.internal.segment.Segments;
import io.github.youtubeupload.store.UploadRecord;
import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;

/**
 * The requests of one run, each with a token that is valid when it leaves; none is made when the
 * run must stop. Used by the upload's thread.
 */
final class SessionCalls {
  private final SessionProtocol protocol;
  private final RequestAuthorization authorization;
  private final StallDetector stalls;
  private final StopSignal stop;
  private boolean refreshed;

  SessionCalls(
      SessionProtocol protocol,
      RequestAuthorization authorization,
      StallDetector stalls,
      StopSignal stop) {
    this.protocol = protocol;
    this.authorization = authorization;
    this.stalls = stalls;
    this.stop = stop;
  }

  /**
   * Opens a session.
   *
   * @param beforePost what must be done first, when there is a token: pay and write down
   */
  Reply open(UploadRecord record, String contentType, OptionalLong size, Runnable beforePost) {
    return authorized(
        token -> {
          beforePost.run();
          return protocol.open(token, record.parameters(), record.metadata(), contentType, size);
        });
  }

  Reply send(
      URI session, Segments.Segment segment, String contentType, SegmentContent.Observer observer) {
    SegmentContent body = new SegmentContent(segment, contentType, stalls, observer);
    return authorized(token -> protocol.send(token, session, segment.range(), body));
  }

  Reply ask(URI session, OptionalLong total) {
    return authorized(token -> protocol.ask(token, session, total));
  }

  /** Whether a new token may help: not if the last answer refused one that is new already. */
  boolean canRefresh() {
    return !refreshed;
  }

  /**
   * Gets a new token although the old one has not expired.
   *
   * @throws IOException if the token server cannot be reached for now
   * @throws AuthorizationException if there is none to be had
   */
  void refresh() throws IOException {
    refreshed = true;
    authorization.refresh();
  }

  private Reply authorized(Exchange exchange) {
    stop.check();
    String token;
    try {
      token = authorization.header();
    } catch (IOException e) {
      return new Reply.Lost(e, true);
    }
    Reply reply = exchange.with(token);
    if (reply instanceof Reply.Lost lost) {
      return named(lost);
    }
    if (!(reply instanceof Reply.Refused)) {
      refreshed = false;
    }
    return reply;
  }

  /** A connection that was cut as stalled says only that it was cut. */
  private Reply.Lost named(Reply.Lost lost) {
    boolean stalled = stalls.takeStalled();
    if (!stalled || lost.cause() instanceof Segments.SourceFailure) {
      return lost;
    }
    IOException cause = new IOException("The connection took no byte for too long");
    return new Reply.Lost(cause, lost.surelyNotSent());
  }

  private interface Exchange {
    Reply with(String token);
  }
}
