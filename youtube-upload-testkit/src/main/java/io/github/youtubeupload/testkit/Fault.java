package io.github.youtubeupload.testkit;

import static io.github.youtubeupload.testkit.AnswerTiming.AFTER_BODY;
import static io.github.youtubeupload.testkit.AnswerTiming.AFTER_PROCESSING;
import static io.github.youtubeupload.testkit.AnswerTiming.BEFORE_BODY;

import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import java.time.Duration;

/**
 * One way to misbehave, once. Immutable; {@code toString} is the call that makes it. A fault that
 * means nothing to the request it strikes (say, {@link #keepOnly} on a question) does nothing.
 */
public sealed interface Fault {
  /** Resets the connection after this many bytes of body, or after all if there are fewer. */
  static Fault cutAfter(long bytes) {
    return new CutAfter(bytes, Disconnect.RST);
  }

  /** Cuts the connection after this many bytes of body, or after all if there are fewer. */
  static Fault cutAfter(long bytes, Disconnect how) {
    return new CutAfter(bytes, how);
  }

  /** Stores all of the body, then resets: no session is opened and no video made by it yet. */
  static Fault cutBeforeAnswer() {
    return new CutBeforeAnswer(Disconnect.RST);
  }

  /** Stores all of the body, then cuts: no session is opened and no video made by it yet. */
  static Fault cutBeforeAnswer(Disconnect how) {
    return new CutBeforeAnswer(how);
  }

  /** Does all that was asked (opens the session, makes the video), then resets. */
  static Fault loseAnswer() {
    return new LoseAnswer(Disconnect.RST);
  }

  /** Does all that was asked (opens the session, makes the video), then cuts. */
  static Fault loseAnswer(Disconnect how) {
    return new LoseAnswer(how);
  }

  /** Reads all of a PUT, keeps only its first bytes, and resets. */
  static Fault keepOnly(long bytes) {
    return new KeepOnly(bytes, true);
  }

  /** Reads all of a PUT, keeps only its first bytes, and says so: 308 with what is stored. */
  static Fault keepOnlyAndAnswer(long bytes) {
    return new KeepOnly(bytes, false);
  }

  /** Forgets all that the session has stored, this PUT included: 308 without {@code Range}. */
  static Fault missingRange() {
    return new GoBackTo(0);
  }

  /**
   * Forgets what the session has stored from this offset on: 308 with a {@code Range} that goes
   * backwards. With {@link Storage#HASH_ONLY} it may go back a little further.
   */
  static Fault wrongRange(long offset) {
    return new GoBackTo(offset);
  }

  /** Answers with this status and YouTube's error body, before the body is read. */
  static Answer status(int code) {
    return answer(Refusals.plain(code));
  }

  /** Answers with this status and {@code Retry-After}, before the body is read. */
  static Answer status(int code, long retryAfterSeconds) {
    return answer(Refusals.plain(code)).retryAfter(retryAfterSeconds);
  }

  /** Answers with YouTube's error body for any reason of its tables, before the body is read. */
  static Answer refusal(int code, String domain, String reason, String message) {
    return answer(Refusal.of(code, domain, reason, message));
  }

  /** Answers an HTML page; before the body is read, or for a success when all is done. */
  static Answer htmlBody(int code) {
    String page = "<!DOCTYPE html><html><title>Error</title><p>Something went wrong.</html>";
    return new Answer(code, code < 400 ? AFTER_PROCESSING : BEFORE_BODY, -1, "text/html", page);
  }

  /** Answers without a body; before the body is read, or for a success when all is done. */
  static Answer emptyBody(int code) {
    return new Answer(code, code < 400 ? AFTER_PROCESSING : BEFORE_BODY, -1, "text/html", "");
  }

  /** 429: the project's uploads of today are used up. */
  static Answer dailyQuota429() {
    return answer(Refusals.uploadsPerDay("test-project", 100));
  }

  /** 403: the project's shared units of today are used up. */
  static Answer quota403() {
    return answer(Refusals.sharedQuota());
  }

  /** 429 of the kind that a back-off cures. */
  static Answer transient429() {
    return answer(Refusals.tooFast());
  }

  /** 401 although the token is good; the session lives on. */
  static Fault unauthorized() {
    return new Unauthorized(false);
  }

  /** 401 although the token is good, and the session is dead from now on. */
  static Fault unauthorizedEndsSession() {
    return new Unauthorized(true);
  }

  /** The session is dead from now on and answers 404 or 410. */
  static Fault sessionGone(int status) {
    return new SessionGone(status);
  }

  /** Reads no more after this many bytes of body and never answers. */
  static Fault stall(long afterBytes) {
    return new Stall(afterBytes);
  }

  /** Reads the body this slowly. */
  static Fault trickle(long bytesPerSecond) {
    return new Trickle(bytesPerSecond);
  }

  /** Does all that was asked at once, but answers only after this time. */
  static Fault slowFinalAnswer(Duration time) {
    return new SlowAnswer(time);
  }

  /** A 308 that moves the session to a new {@code Location}; the old one is 404 from then on. */
  static Fault newLocation() {
    return new NewLocation();
  }

  /** Answers as if the connection stayed open, and closes it. */
  static Fault closeIdle() {
    return new CloseIdle();
  }

  private static Answer answer(Refusal refusal) {
    return new Answer(refusal.status(), BEFORE_BODY, -1, Refusal.CONTENT_TYPE, refusal.json());
  }

  /** See {@link #cutAfter(long, Disconnect)}. */
  record CutAfter(long bytes, Disconnect how) implements Fault {
    @Override
    public String toString() {
      return "cutAfter(" + bytes + "L, " + how + ")";
    }
  }

  /** See {@link #cutBeforeAnswer(Disconnect)}. */
  record CutBeforeAnswer(Disconnect how) implements Fault {
    @Override
    public String toString() {
      return "cutBeforeAnswer(" + how + ")";
    }
  }

  /** See {@link #loseAnswer(Disconnect)}. */
  record LoseAnswer(Disconnect how) implements Fault {
    @Override
    public String toString() {
      return "loseAnswer(" + how + ")";
    }
  }

  /** See {@link #keepOnly} and {@link #keepOnlyAndAnswer}. */
  record KeepOnly(long bytes, boolean thenCut) implements Fault {
    @Override
    public String toString() {
      return (thenCut ? "keepOnly(" : "keepOnlyAndAnswer(") + bytes + "L)";
    }
  }

  /** See {@link #missingRange} and {@link #wrongRange}. */
  record GoBackTo(long offset) implements Fault {
    @Override
    public String toString() {
      return offset == 0 ? "missingRange()" : "wrongRange(" + offset + "L)";
    }
  }

  /**
   * Another answer than the true one.
   *
   * @param retryAfterSeconds the header {@code Retry-After}, or -1 for none
   */
  record Answer(
      int status, AnswerTiming when, long retryAfterSeconds, String contentType, String body)
      implements Fault {
    /** The same with {@code Retry-After}. */
    public Answer retryAfter(long seconds) {
      return new Answer(status, when, seconds, contentType, body);
    }

    /** The same answer once the body is stored. */
    public Answer afterBody() {
      return new Answer(status, AFTER_BODY, retryAfterSeconds, contentType, body);
    }

    /** The same answer once all that was asked is done. */
    public Answer afterProcessing() {
      return new Answer(status, AFTER_PROCESSING, retryAfterSeconds, contentType, body);
    }

    /** The same answer with another body. */
    public Answer body(String type, String text) {
      return new Answer(status, when, retryAfterSeconds, type, text);
    }

    @Override
    public String toString() {
      return AnswerAsJava.of(this);
    }
  }

  /** See {@link #unauthorized} and {@link #unauthorizedEndsSession}. */
  record Unauthorized(boolean endsSession) implements Fault {
    @Override
    public String toString() {
      return endsSession ? "unauthorizedEndsSession()" : "unauthorized()";
    }
  }

  /** See {@link #sessionGone}. */
  record SessionGone(int status) implements Fault {
    @Override
    public String toString() {
      return "sessionGone(" + status + ")";
    }
  }

  /** See {@link #stall}. */
  record Stall(long afterBytes) implements Fault {
    @Override
    public String toString() {
      return "stall(" + afterBytes + "L)";
    }
  }

  /** See {@link #trickle}. */
  record Trickle(long bytesPerSecond) implements Fault {
    @Override
    public String toString() {
      return "trickle(" + bytesPerSecond + "L)";
    }
  }

  /** See {@link #slowFinalAnswer}. */
  record SlowAnswer(Duration time) implements Fault {
    @Override
    public String toString() {
      return "slowFinalAnswer(Duration.ofMillis(" + time.toMillis() + "))";
    }
  }

  /** See {@link #newLocation}. */
  record NewLocation() implements Fault {
    @Override
    public String toString() {
      return "newLocation()";
    }
  }

  /** See {@link #closeIdle}. */
  record CloseIdle() implements Fault {
    @Override
    public String toString() {
      return "closeIdle()";
    }
  }
}
