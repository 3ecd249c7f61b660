package io.github.youtubeupload;

import com.google.api.services.youtube.model.Video;
import io.github.youtubeupload.internal.metadata.MetadataDiff;
import io.github.youtubeupload.internal.protocol.Action;
import io.github.youtubeupload.internal.protocol.FailureTable;
import io.github.youtubeupload.internal.protocol.Refusal;
import io.github.youtubeupload.internal.protocol.Reply;
import io.github.youtubeupload.internal.segment.Segments;
import io.github.youtubeupload.store.UploadStep;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One run of one upload, top to bottom: source, quota, session, send and ask, finish. It ends with
 * a video, with an {@link UploadException}, or by {@code StopSignal.Stopped}; a later run goes on
 * from the journal. Used by one thread.
 */
final class UploadRun {
  private final UploadJournal journal;
  private final RunSource source;
  private final UploadQuota quota;
  private final SessionCalls youtube;
  private final RetryBudget retries;
  private final ProgressMeter progress;
  private AnswerCheck check = AnswerCheck.ofNewSession();
  private int refreshesWithoutGain;

  UploadRun(
      UploadJournal journal,
      RunSource source,
      UploadQuota quota,
      SessionCalls youtube,
      RetryBudget retries,
      ProgressMeter progress) {
    this.journal = journal;
    this.source = source;
    this.quota = quota;
    this.youtube = youtube;
    this.retries = retries;
    this.progress = progress;
  }

  /**
   * Runs.
   *
   * @param discard takes the session that another source leaves behind
   */
  UploadResult run(Consumer<URI> discard) {
    progress.state(UploadState.STARTING);
    boolean resumed = journal.record().session() != null;
    Optional<Video> video = Optional.empty();
    while (video.isEmpty()) {
      if (!resumed) {
        source.prepare();
        openSession();
      }
      check = resumed ? AnswerCheck.ofResumedSession() : AnswerCheck.ofNewSession();
      video = transfer(resumed, discard);
      resumed = false;
    }
    return finish(video.get());
  }

  /** Reserves quota and opens a session with it; each try has a reservation of its own. */
  private void openSession() {
    while (journal.record().session() == null) {
      int attempt = journal.record().attempt() + 1;
      Reply reply =
          youtube.open(
              journal.record(),
              source.contentType(),
              source.size(),
              () -> {
                retries.requireOpening();
                quota.reserve(attempt);
                journal.opening();
                quota.spend(attempt);
              });
      if (reply instanceof Reply.Opened opened) {
        journal.sending(opened.session(), 0);
      } else if (reply instanceof Reply.Lost lost && lost.surelyNotSent()) {
        giveBackIfReserved(attempt);
        retries.waitAfter(lost.cause(), Optional.empty());
      } else if (reply instanceof Reply.Lost lost) {
        retries.waitAfterOpening(lost.cause(), Optional.empty());
      } else if (reply instanceof Reply.Refused refused) {
        handle(refused.refusal(), false);
      }
    }
  }

  /** Sends and asks until the video exists; empty if the session died before that was possible. */
  private Optional<Video> transfer(boolean resumed, Consumer<URI> discard) {
    progress.total(source.size());
    progress.state(UploadState.UPLOADING);
    boolean ask = resumed;
    while (true) {
      boolean asked = ask;
      Reply reply;
      try {
        reply = asked ? ask() : send();
      } catch (RunSource.Replaced e) {
        URI abandoned = session();
        sessionEnded();
        discard.accept(abandoned);
        return Optional.empty();
      }
      if (reply instanceof Reply.Finished finished) {
        Optional<String> doubt = check.doubt(journal.record(), finished.video());
        if (doubt.isEmpty()) {
          return Optional.of(finished.video());
        }
        retries.waitAfter(new IOException(doubt.get()), Optional.empty());
        ask = true;
      } else if (reply instanceof Reply.Stored stored) {
        ask = !canGoOn(stored, asked);
      } else if (reply instanceof Reply.Lost lost) {
        retries.waitAfter(cause(lost), Optional.empty());
        ask = true;
      } else if (reply instanceof Reply.Refused refused) {
        if (handle(refused.refusal(), true) == Action.SESSION_GONE) {
          return Optional.empty();
        }
        ask = true;
      }
    }
  }

  private Reply ask() {
    check.asking();
    return youtube.ask(session(), source.size());
  }

  private Reply send() {
    Segments.Segment segment = source.from(journal.record().confirmed());
    check.sending(segment.range());
    return youtube.send(session(), segment, source.contentType(), progress);
  }

  /** Writes down how far YouTube is; false if it must be asked again before anything is sent. */
  private boolean canGoOn(Reply.Stored stored, boolean asked) {
    long before = journal.record().confirmed();
    long size = source.size().orElse(Long.MAX_VALUE);
    if (stored.offset() > size || !check.isPossible(stored.offset())) {
      IOException nonsense =
          new IOException(
              "YouTube claims to hold " + stored.offset() + " bytes, more than it was sent");
      retries.waitAfter(nonsense, Optional.empty());
      return false;
    }
    journal.sending(stored.moved().orElse(session()), stored.offset());
    refreshesWithoutGain = stored.offset() > before ? 0 : refreshesWithoutGain;
    retries.reached(stored.offset());
    progress.confirmed(stored.offset());
    boolean complete = stored.offset() == size;
    if (asked && !complete) {
      check.refusalOfLastByte().ifPresent(this::reject);
    }
    if (complete || (!asked && stored.offset() <= before)) {
      String what = complete ? "YouTube has every byte but no answer yet" : "No byte was kept";
      retries.waitAfter(new IOException(what), Optional.empty());
    }
    return !complete;
  }

  /** Does what the failure table says; returns only if the upload can go on. */
  private Action handle(Refusal refusal, boolean inSession) {
    Action action = FailureTable.action(refusal, inSession);
    IOException cause = new IOException(refusal.toString());
    switch (action) {
      case RETRY -> {
        if (inSession) {
          retries.waitAfter(cause, refusal.retryAfter());
        } else {
          retries.waitAfterOpening(cause, refusal.retryAfter());
        }
      }
      case REFRESH -> refresh(refusal);
      case SESSION_GONE -> startOver(refusal);
      case REJECT -> {
        if (journal.record().step() != UploadStep.FINALIZING) {
          throw reject(refusal);
        }
        check.refusedAfterLastByte(
            refusal); // the session knows whether there is a video all the same
        retries.waitAfter(cause, refusal.retryAfter());
      }
      default -> throw RefusalMapper.toException(action, refusal, journal.record(), quota);
    }
    return action;
  }

  private UploadException reject(Refusal refusal) {
    throw RefusalMapper.toException(Action.REJECT, refusal, journal.record(), quota);
  }

  /** A new token, once: if Google does not like that one either, it is not the token's age. */
  private void refresh(Refusal refusal) {
    if (!youtube.canRefresh()) {
      throw RefusalMapper.toException(Action.AUTHORIZE, refusal, journal.record(), quota);
    }
    if (++refreshesWithoutGain > 1) {
      retries.waitAfter(new IOException(refusal.toString()), Optional.empty());
    }
    try {
      youtube.refresh();
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
    sessionEnded();
    retries.waitAfter(new IOException("The session is gone: " + refusal), Optional.empty());
  }

  private void sessionEnded() {
    journal.startedOver();
    retries.sessionEnded();
    progress.confirmed(0);
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
    retries.ended();
    return new UploadResult(
        journal.record().uploadId(),
        video.getId(),
        size,
        progress.bytesSentInAll(),
        quota.cost() * journal.record().attempt(),
        journal.age(),
        warnings);
  }

  private void giveBackIfReserved(int attempt) {
    if (journal.record().attempt() == attempt) {
      quota.giveBack(attempt);
      journal.notOpened();
      retries.openingUnused();
    }
  }

  /** What broke an exchange: the source, or the network. */
  private IOException cause(Reply.Lost lost) {
    if (lost.cause() instanceof Segments.SourceFailure failure) {
      throw source.failed(failure.source());
    }
    return lost.cause();
  }

  private URI session() {
    return Objects.requireNonNull(journal.record().session());
  }
}
