package io.github.youtubeupload.testkit.internal.server;

import io.github.youtubeupload.testkit.AnswerTiming;
import io.github.youtubeupload.testkit.Disconnect;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.Step;
import io.github.youtubeupload.testkit.internal.http.Connection;
import io.github.youtubeupload.testkit.internal.http.ConnectionCutException;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;

/** One request on its way through the server, and the fault that strikes it. */
public final class Exchange {
  private final Request request;
  private final Connection connection;
  private final Step step;
  private final Optional<Fault> fault;
  private final RequestLog log;
  private boolean recorded;

  Exchange(
      Request request, Connection connection, Step step, Optional<Fault> fault, RequestLog log) {
    this.request = request;
    this.connection = connection;
    this.step = step;
    this.fault = fault;
    this.log = log;
    fault.ifPresent(this::addGate);
  }

  public Request request() {
    return request;
  }

  public Connection connection() {
    return connection;
  }

  public Step step() {
    return step;
  }

  /** The fault, if it is of this kind. */
  public <F extends Fault> Optional<F> fault(Class<F> kind) {
    return fault.filter(kind::isInstance).map(kind::cast);
  }

  /** The body without its content encoding. */
  public InputStream content() {
    return isCompressed() ? new Unzipped(request.body()) : request.body();
  }

  public boolean isCompressed() {
    return request.headers().lists("Content-Encoding", "gzip");
  }

  /**
   * To be called once the body is stored and before it is acted upon: here the faults strike that
   * cut, stall or answer at this moment.
   */
  public Optional<Reply> bodyTaken() throws IOException {
    if (!request.body().isRead()) {
      request.body().transferTo(OutputStream.nullOutputStream());
    }
    if (fault(Fault.CutAfter.class).isPresent()) {
      cut(fault(Fault.CutAfter.class).get().how());
    } else if (fault(Fault.CutBeforeAnswer.class).isPresent()) {
      cut(fault(Fault.CutBeforeAnswer.class).get().how());
    } else if (fault(Fault.Stall.class).isPresent()) {
      stall();
    }
    return answerAt(AnswerTiming.AFTER_BODY);
  }

  /** The answer that a fault puts in place of the true one at this moment. */
  Optional<Reply> answerAt(AnswerTiming moment) {
    return fault(Fault.Answer.class).filter(a -> a.when() == moment).map(Exchange::reply);
  }

  private static Reply reply(Fault.Answer answer) {
    Reply reply = Reply.text(answer.status(), answer.contentType(), answer.body());
    return answer.retryAfterSeconds() < 0
        ? reply
        : reply.with("Retry-After", Long.toString(answer.retryAfterSeconds()));
  }

  /** Cuts the connection and leaves this request for good. */
  public void cut(Disconnect how) throws IOException {
    record(OptionalInt.empty());
    if (how == Disconnect.RST) {
      connection.abort();
    } else {
      connection.end();
    }
    throw new ConnectionCutException("Cut by the script");
  }

  private void stall() throws IOException {
    record(OptionalInt.empty());
    connection.stall();
  }

  /** Records what became of the request; only the first call counts. */
  void record(OptionalInt status) {
    if (!recorded) {
      recorded = true;
      log.add(this, status, fault);
    }
  }

  public void received(int bytes) {
    log.received(bytes);
  }

  private void addGate(Fault kind) {
    if (kind instanceof Fault.CutAfter cut) {
      request
          .body()
          .add(
              (read, wanted) -> {
                if (read >= cut.bytes()) {
                  cut(cut.how());
                }
                return (int) Math.min(wanted, cut.bytes() - read);
              });
    } else if (kind instanceof Fault.Stall stall) {
      request
          .body()
          .add(
              (read, wanted) -> {
                if (read >= stall.afterBytes()) {
                  stall();
                }
                return (int) Math.min(wanted, stall.afterBytes() - read);
              });
    } else if (kind instanceof Fault.Trickle trickle) {
      request.body().add(new SpeedLimit(connection, trickle.bytesPerSecond()));
    }
  }
}
