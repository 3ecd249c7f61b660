package io.github.youtubeupload.testkit.internal.server;

import io.github.youtubeupload.testkit.AnswerTiming;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.Step;
import io.github.youtubeupload.testkit.internal.http.BadRequestException;
import io.github.youtubeupload.testkit.internal.http.Connection;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.http.RequestHandler;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The way of every request: what it is for, which fault strikes it, who answers it. */
public final class Router implements RequestHandler {
  private static final Route UNKNOWN =
      new Route(Step.OTHER, exchange -> Refusals.plain(404).reply());

  private final NetworkSettings settings;
  private final ActiveScript script;
  private final RequestLog log;
  private final List<Route.Finder> rooms;

  /** A router that asks these rooms in their order. */
  public Router(
      NetworkSettings settings, ActiveScript script, RequestLog log, List<Route.Finder> rooms) {
    this.settings = settings;
    this.script = script;
    this.log = log;
    this.rooms = List.copyOf(rooms);
  }

  @Override
  public void handle(Request request, Connection connection) throws IOException {
    Route route =
        rooms.stream().flatMap(room -> room.find(request).stream()).findFirst().orElse(UNKNOWN);
    Step step = route.step();
    Exchange exchange = new Exchange(request, connection, step, script.next(step), log);
    if (settings.bytesPerSecond() > 0) {
      request.body().add(new SpeedLimit(connection, settings.bytesPerSecond()));
    }
    try {
      Reply reply = answerOrRefuse(exchange, route.endpoint());
      linger(exchange);
      exchange.record(OptionalInt.of(reply.status()));
      connection.send(request, reply, settings.drain());
    } catch (BadRequestException notHttp) {
      exchange.record(OptionalInt.of(400));
      throw notHttp;
    } catch (IOException gone) {
      exchange.record(OptionalInt.empty());
      throw gone;
    }
    if (exchange.fault(Fault.CloseIdle.class).isPresent()) {
      connection.close();
    }
  }

  @Override
  public void refused(BadRequestException notHttp) {
    log.addRefused(notHttp.line(), notHttp.headers());
  }

  private static Reply answerOrRefuse(Exchange exchange, Endpoint endpoint) throws IOException {
    try {
      return answer(exchange, endpoint);
    } catch (MalformedBodyException e) {
      return Refusals.badRequest(e.getMessage()).reply();
    }
  }

  private static Reply answer(Exchange exchange, Endpoint endpoint) throws IOException {
    Optional<Reply> early = exchange.answerAt(AnswerTiming.BEFORE_BODY);
    if (early.isEmpty() && exchange.request().body().declaredLength() == 0) {
      early = exchange.bodyTaken();
    }
    if (early.isPresent()) {
      return early.get();
    }
    Reply reply =
        isRefusedAtTheDoor(exchange) ? Refusals.badToken().reply() : endpoint.handle(exchange);
    Optional<Fault.LoseAnswer> lost = exchange.fault(Fault.LoseAnswer.class);
    if (lost.isPresent()) {
      exchange.cut(lost.get().how());
    }
    return exchange.answerAt(AnswerTiming.AFTER_PROCESSING).orElse(reply);
  }

  /** A session sees to {@link Fault.Unauthorized} itself: it may end by it. */
  private static boolean isRefusedAtTheDoor(Exchange exchange) {
    return exchange.step() != Step.OTHER
        && exchange.request().query("upload_id").isEmpty()
        && exchange.fault(Fault.Unauthorized.class).isPresent();
  }

  /** Lets time pass before an answer: the script's, and the line's. */
  private void linger(Exchange exchange) throws IOException {
    Optional<Fault.SlowAnswer> slow = exchange.fault(Fault.SlowAnswer.class);
    if (slow.isPresent()) {
      exchange.connection().pause(slow.get().time());
    }
    if (!settings.roundTrip().isZero()) {
      int handshakes = settings.tls() ? 2 : 1;
      int trips = exchange.connection().earlierRequests() == 0 ? 1 + handshakes : 1;
      exchange.connection().pause(settings.roundTrip().multipliedBy(trips));
    }
  }
}
