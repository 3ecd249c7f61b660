package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.FakeSession;
import io.github.youtubeupload.testkit.internal.http.Connection;
import io.github.youtubeupload.testkit.internal.http.ConnectionCutException;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.metadata.UploadRequest;
import io.github.youtubeupload.testkit.internal.storage.StoredBytes;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One resumable upload. Thread-safe: one connection at a time works on it, the newest; a connection
 * that was overtaken is reset and can store nothing more.
 */
public final class Session {
  /** What is known of a session from the request that opened it. */
  public record Opening(
      long number, UploadRequest request, long declaredSize, long quotaCharged, Instant openedAt) {}

  private final UploadTarget target;
  private final Opening opening;
  private final StoredBytes bytes;
  private final boolean wholeBlocks;
  private FakeSession.State state = FakeSession.State.OPEN;
  private int deadStatus;
  private long total;
  private @Nullable Connection active;
  private UploadTarget.@Nullable Outcome outcome;

  /**
   * A session that has stored nothing.
   *
   * @param wholeBlocks whether a PUT that breaks off leaves multiples of 256 KiB only
   */
  Session(UploadTarget target, Opening opening, StoredBytes bytes, boolean wholeBlocks) {
    this.target = target;
    this.opening = opening;
    this.bytes = bytes;
    this.wholeBlocks = wholeBlocks;
    this.total = opening.declaredSize();
  }

  Opening opening() {
    return opening;
  }

  /**
   * Makes this connection the one that works on the session, and cuts the one before, unless that
   * has only the final answer left to give.
   */
  synchronized void enter(Connection connection) throws IOException {
    if (active != null && active != connection && outcome == null) {
      active.abort();
      settle();
    }
    active = connection;
  }

  /** Ends the work of a connection whose PUT broke off; does nothing if it was overtaken. */
  synchronized void breakOff(Connection connection) throws IOException {
    if (active == connection) {
      settle();
      leave(connection);
    }
  }

  /** Ends the work of a connection in order. */
  synchronized void leave(Connection connection) throws IOException {
    if (active == connection) {
      active = null;
      bytes.release();
    }
  }

  private void settle() throws IOException {
    if (wholeBlocks && bytes.length() != total) {
      bytes.keepTo(bytes.length() / StoredBytes.BLOCK * StoredBytes.BLOCK);
    }
  }

  synchronized void append(Connection connection, byte[] from, int count) throws IOException {
    checkActive(connection);
    bytes.append(from, 0, count);
  }

  synchronized void keepTo(Connection connection, long offset) throws IOException {
    checkActive(connection);
    bytes.keepTo(Math.min(offset, bytes.length()));
  }

  private void checkActive(Connection connection) throws IOException {
    if (active != connection || state != FakeSession.State.OPEN) {
      throw new ConnectionCutException("A newer request works on this session, or it has ended");
    }
  }

  synchronized long stored() {
    return bytes.length();
  }

  /** Learns the total; false if it contradicts what is known. */
  synchronized boolean accept(long saidTotal) {
    if (saidTotal >= 0 && total < 0 && saidTotal >= bytes.length()) {
      total = saidTotal;
    }
    return saidTotal < 0 || saidTotal == total;
  }

  synchronized long total() {
    return total;
  }

  /** The final answer: given now, if all bytes are there, or as it was given before. */
  synchronized Optional<Reply> finish(Connection connection) throws IOException {
    if (outcome == null && total > 0 && bytes.length() == total) {
      checkActive(connection);
      bytes.release();
      outcome = target.finish(opening.request(), opening.number(), bytes);
      state = FakeSession.State.FINISHED;
    }
    return Optional.ofNullable(outcome).map(UploadTarget.Outcome::reply);
  }

  UploadTarget target() {
    return target;
  }

  synchronized FakeSession.State state() {
    return state;
  }

  /** Cancels the session unless it has its video already. */
  synchronized boolean cancel() throws IOException {
    if (state == FakeSession.State.OPEN) {
      state = FakeSession.State.CANCELLED;
      bytes.delete();
    }
    return state == FakeSession.State.CANCELLED;
  }

  /** Ends the session; a video that it has made stays. */
  synchronized void kill(int status) throws IOException {
    if (active != null) {
      active.abort();
      active = null;
    }
    if (state == FakeSession.State.OPEN) {
      bytes.delete();
    }
    state = FakeSession.State.DEAD;
    deadStatus = status;
  }

  /** 404 or 410, if the session is dead. */
  synchronized int deadStatus() {
    return deadStatus;
  }

  /** Lets go of the file. */
  public synchronized void close() throws IOException {
    bytes.release();
  }

  synchronized FakeSession view() {
    return new FakeSession(
        opening.number(),
        opening.request().grant().project(),
        opening.request().grant().channel(),
        opening.request().resource().json(),
        total,
        bytes.length(),
        opening.quotaCharged(),
        opening.openedAt(),
        state,
        Optional.ofNullable(outcome).flatMap(UploadTarget.Outcome::videoId));
  }
}
