package io.github.youtubeupload;

import com.google.api.services.youtube.model.Video;
import io.github.youtubeupload.internal.concurrent.StallDetector;
import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.internal.metadata.MetadataDiff;
import io.github.youtubeupload.internal.protocol.Action;
import io.github.youtubeupload.internal.protocol.FailureTable;
import io.github.youtubeupload.internal.protocol.Refusal;
import io.github.youtubeupload.internal.protocol.Reply;
import io.github.youtubeupload.internal.protocol.SessionProtocol;
import io.github.youtubeupload.internal.segment.SegmentContent;
import io.github.youtubeupload.internal.segment.Segments;
import io.github.youtubeupload.store.UploadStep;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One run of one upload, top to bottom: source, quota, session, send and ask, finish. It ends with
 * a video, with an {@link UploadException}, or by {@link StopSignal.Stopped}; a later run goes on
 * from the journal. Used by one thread.
 */
final class UploadRun {
  private final UploadJournal journal;
  private final RunSource source;
  private final UploadQuota quota;
  private final RequestAuthorization authorization;
  private final SessionProtocol protocol;
  private final RetryBudget retries;
  private final StallDetector stallWatch;
  private final StopSignal stop;
  private final ProgressMeter progress;
  private final Consumer<URI> discard;
  private boolean refreshed;
  private int refreshesWithoutGain;

  UploadRun(
      UploadJournal journal,
      RunSource source,
      UploadQuota quota,
      RequestAuthorization authorization,
      SessionProtocol protocol,
      RetryBudget retries,
      StallDetector stallWatch,
      StopSignal stop,
      ProgressMeter progress,
      Consumer<URI> discard) {
    this.journal = journal;
    this.source = source;
    this.quota = quota;
    this.authorization = authorization;
    this.protocol = protocol;
    this.retries = retries;
    this.stallWatch = stallWatch;
    this.stop = stop;
    this.progress = progress;
    this.discard = discard;
  }

  UploadResult run() {
    progress.state(UploadState.STARTING);
    boolean resumed = journal.record().session() != null;
    Optional<Video> video = Optional.empty();
    while (video.isEmpty()) {
      if (!resumed) {
        source.prepare();
        openSession();
      }
      video = transfer(resumed);
      resumed = false;
    }
    return finish(video.get());
  }

  /** Reserves quota and opens a session with it; each try has a reservation of its own. */
  private void openSession() {
    while (journal.record().session() == null) {
      stop.check();
      int attempt = journal.record().attempt() + 1;
      Reply reply =
          authorized(
              token -> {
                quota.reserve(attempt);
                journal.opening();
                quota.spend(attempt);
                return protocol.open(
                    token,
                    journal.record().parameters(),
                    journal.record().metadata(),
                    source.contentType(),
                    source.size());
              });
      if (reply instanceof Reply.Opened opened) {
        journal.sending(opened.session(), 0);
      } else if (reply instanceof Reply.Lost lost) {
        giveBackIfUnused(lost, attempt);
        retries.waitAfter(lost.cause(), Optional.empty());
      } else if (reply instanceof Reply.Refused refused) {
        handle(refused.refusal(), false);
      }
    }
  }

  /** Sends and asks until the video exists; empty if the session died before that was possible. */
  private Optional<Video> transfer(boolean resumed) {
    progress.total(source.size());
    progress.state(UploadState.UPLOADING);
    boolean ask = resumed;
    while (true) {
      stop.check();
      Reply reply;
      try {
        reply = ask ? ask() : send();
      } catch (RunSource.Replaced e) {
        URI abandoned = session();
        journal.startedOver();
        discard.accept(abandoned);
        progress.confirmed(0);
        return Optional.empty();
      }
      if (reply instanceof Reply.Finished finished) {
        return Optional.of(finished.video());
      } else if (reply instanceof Reply.Stored stored) {
        ask = !canGoOn(stored, ask);
      } else if (reply instanceof Reply.Lost lost) {
        retries.waitAfter(cause(lost), Optional.empty());
        ask = true;
      } else if (reply instanceof Reply.Refused refused) {
        Action action = handle(refused.refusal(), true);
        if (action == Action.SESSION_GONE) {
          return Optional.empty();
        }
        ask = true;
      }
    }
  }

  private Reply ask() {
    return authorized(token -> protocol.ask(token, session(), source.size()));
  }

  private Reply send() {
    Segments.Segment segment = source.from(journal.record().confirmed());
    SegmentContent body = new SegmentContent(segment, source.contentType(), stallWatch, progress);
    return authorized(token -> protocol.send(token, session(), segment.range(), body));
  }

  /** Writes down how far YouTube is; false if it must be asked again before anything is sent. */
  private boolean canGoOn(Reply.Stored stored, boolean asked) {
    long before = journal.record().confirmed();
    long size = source.size().orElse(Long.MAX_VALUE);
    if (stored.offset() > size) {
      IOException nonsense =
          new IOException("YouTube claims to hold " + stored.offset() + " of " + size + " bytes");
      retries.waitAfter(nonsense, Optional.empty());
      return false;
    }
    journal.sending(stored.moved().orElse(session()), stored.offset());
    refreshesWithoutGain = stored.offset() > before ? 0 : refreshesWithoutGain;
    retries.reached(stored.offset());
    progress.confirmed(stored.offset());
    boolean complete = stored.offset() == size;
    if (complete || (!asked && stored.offset() <= before)) {
      String what = complete ? "YouTube has every byte but no answer yet" : "No byte was kept";
      retries.waitAfter(new IOException(what), Optional.empty());
    }
    return !complete;
  }

  /** Does what the failure table says; returns only if the upload can go on. */
  private Action handle(Refusal refusal, boolean inSession) {
    Action action = FailureTable.action(refusal, inSession);
    switch (action) {
      case RETRY -> retries.waitAfter(new IOException(refusal.toString()), refusal.retryAfter());
      case REFRESH -> refresh(refusal);
      case SESSION_GONE -> startOver(refusal);
      default -> throw RefusalMapper.toException(action, refusal, journal.record(), quota);
    }
    return action;
  }

  /** A new token, once: if Google does not like that one either, it is not the token's age. */
  private void refresh(Refusal refusal) {
    if (refreshed) {
      throw RefusalMapper.toException(Action.AUTHORIZE, refusal, journal.record(), quota);
    }
    refreshed = true;
    if (++refreshesWithoutGain > 1) {
      retries.waitAfter(new IOException(refusal.toString()), Optional.empty());
    }
    try {
      authorization.refresh();
    } catch (IOException e) {
      retries.waitAfter(e, Optional.empty());
    }
  }

  /**
   * Without the last byte there can be no video, so a new session is safe; after it nobody knows.
   */
  private void startOver(Refusal refusal) {
    if (journal.record().step() == UploadStep.FINALIZING) {
      throw RefusalMapper.outcomeUnknown(refusal, journal.record());
    }
    journal.startedOver();
    progress.confirmed(0);
    retries.waitAfter(new IOException("The session is gone: " + refusal), Optional.empty());
  }

  private UploadResult finish(Video video) {
    long size = source.size().orElseGet(() -> progress.latest().bytesSent());
    List<String> warnings = new ArrayList<>(MetadataDiff.differences(journal.record(), video));
    try {
      journal.completed(video.getId(), size);
    } catch (StoreException e) {
      warnings.add("The video exists, but that could not be written down: " + e.getMessage());
    }
    progress.confirmed(size);
    return new UploadResult(
        journal.record().uploadId(),
        video.getId(),
        size,
        progress.bytesSentInAll(),
        quota.cost() * journal.record().attempt(),
        Duration.between(journal.record().createdAt(), journal.record().updatedAt()),
        warnings);
  }

  private void giveBackIfUnused(Reply.Lost lost, int attempt) {
    boolean reserved = journal.record().attempt() == attempt;
    if (reserved && lost.surelyNotSent()) {
      quota.giveBack(attempt);
      journal.notOpened();
    }
  }

  /** What broke an exchange: a stop, the source, a stall, or the network. */
  private IOException cause(Reply.Lost lost) {
    stop.check();
    if (lost.cause() instanceof Segments.SourceFailure failure) {
      throw source.failed(failure.source());
    }
    return stallWatch.takeStalled()
        ? new IOException("The connection took no byte for too long")
        : lost.cause();
  }

  private URI session() {
    return Objects.requireNonNull(journal.record().session());
  }

  private Reply authorized(Exchange exchange) {
    String token;
    try {
      token = authorization.header();
    } catch (IOException e) {
      return new Reply.Lost(e, true);
    }
    Reply reply = exchange.with(token);
    if (!(reply instanceof Reply.Refused) && !(reply instanceof Reply.Lost)) {
      refreshed = false;
    }
    return reply;
  }

  private interface Exchange {
    Reply with(String token);
  }
}
