package io.github.youtubeupload.testkit;

import io.github.youtubeupload.testkit.internal.http.Connection;
import io.github.youtubeupload.testkit.internal.http.Handler;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.Request;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The way of every request: what it is for, which fault strikes it, who answers it. */
final class Router implements Handler {
  private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost):\\d{1,5}");
  private static final String API = "/youtube/v3/";
  private static final String UPLOAD = "/upload/youtube/v3/videos";

  private final Settings settings;
  private final FaultPlan faults;
  private final Recorder recorder;
  private final Endpoints endpoints;
  private final String rootUrl;

  Router(
      Settings settings, FaultPlan faults, Recorder recorder, Endpoints endpoints, String rootUrl) {
    this.settings = settings;
    this.faults = faults;
    this.recorder = recorder;
    this.endpoints = endpoints;
    this.rootUrl = rootUrl;
  }

  @Override
  public void handle(Request request, Connection connection) throws IOException {
    Step step = step(request);
    Exchange exchange = new Exchange(request, connection, step, faults.next(step), recorder);
    if (settings.bytesPerSecond() > 0) {
      request.body().add(new Pace(connection, settings.bytesPerSecond()));
    }
    try {
      Reply reply = answer(exchange);
      linger(exchange);
      exchange.record(OptionalInt.of(reply.status()));
      connection.send(request, reply, settings.drain());
    } catch (IOException gone) {
      exchange.record(OptionalInt.empty());
      throw gone;
    }
    if (exchange.fault(Fault.CloseIdle.class).isPresent()) {
      connection.close();
    }
  }

  private Reply answer(Exchange exchange) throws IOException {
    Optional<Reply> early = exchange.answerAt(Moment.BEFORE_BODY);
    if (early.isEmpty() && exchange.request().body().declaredLength() == 0) {
      early = exchange.bodyTaken();
    }
    if (early.isPresent()) {
      return early.get();
    }
    Reply reply = dispatch(exchange);
    Optional<Fault.LoseAnswer> lost = exchange.fault(Fault.LoseAnswer.class);
    if (lost.isPresent()) {
      exchange.cut(lost.get().how());
    }
    return exchange.answerAt(Moment.AFTER_PROCESSING).orElse(reply);
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

  private static Step step(Request request) {
    String path = request.path();
    boolean session = path.equals(UPLOAD) && request.query("upload_id").isPresent();
    return switch (request.method()) {
      case "PUT" ->
          !session
              ? Step.OTHER
              : ContentRange.isQuestion(request.headers().first("Content-Range"))
                  ? Step.ASK
                  : Step.SEND;
      case "POST" ->
          path.equals(UPLOAD) ? Step.OPEN : path.equals("/token") ? Step.TOKEN : Step.OTHER;
      case "DELETE" -> session || path.equals(API + "videos") ? Step.DELETE : Step.OTHER;
      case "GET" -> path.startsWith(API) ? Step.LIST : Step.OTHER;
      default -> Step.OTHER;
    };
  }

  private Reply dispatch(Exchange exchange) throws IOException {
    Request request = exchange.request();
    Optional<String> uploadId = request.query("upload_id");
    if (exchange.step() != Step.OTHER
        && uploadId.isEmpty()
        && exchange.fault(Fault.Unauthorized.class).isPresent()) {
      return Refusals.badToken().reply();
    }
    return switch (exchange.step()) {
      case OPEN -> endpoints.open().handle(exchange, root(request));
      case SEND, ASK -> endpoints.session().handle(exchange, uploadId.orElseThrow(), root(request));
      case DELETE ->
          uploadId.isPresent()
              ? endpoints.session().handle(exchange, uploadId.get(), root(request))
              : endpoints.change().delete(request);
      case TOKEN -> endpoints.token().token(exchange);
      case LIST -> list(request);
      default -> other(exchange);
    };
  }

  /** The root as the client knows it, so that sessions also lead through a proxy on loopback. */
  private String root(Request request) {
    return request
        .headers()
        .first("Host")
        .filter(host -> LOOPBACK.matcher(host).matches())
        .map(host -> rootUrl.replaceFirst("(?<=://).*", Matcher.quoteReplacement(host + "/")))
        .orElse(rootUrl);
  }

  private Reply list(Request request) {
    String resource = request.path().substring(API.length());
    return switch (resource) {
      case "videos", "channels", "playlistItems" -> endpoints.read().handle(request, resource);
      default -> Refusals.plain(404).reply();
    };
  }

  private Reply other(Exchange exchange) throws IOException {
    Request request = exchange.request();
    String path = request.path();
    return switch (request.method() + " " + path) {
      case "GET /" -> endpoints.pages().list();
      case "GET /watch" -> endpoints.pages().watch(request.query("v").orElse(""));
      case "GET /o/oauth2/v2/auth" -> endpoints.consent().show(request);
      case "POST /o/oauth2/v2/auth" -> endpoints.consent().decide(exchange);
      case "GET /tokeninfo", "POST /tokeninfo" -> endpoints.token().info(exchange);
      case "POST /revoke" -> endpoints.token().revoke(exchange);
      case "PUT /youtube/v3/videos" -> endpoints.change().update(exchange);
      default -> {
        if (request.method().equals("GET") && path.startsWith("/media/")) {
          yield endpoints.media().get(request, path.substring("/media/".length()));
        } else if (request.method().equals("GET") && path.matches("/video/[^/]+/edit")) {
          yield endpoints.pages().studio(path.split("/", -1)[2]);
        }
        yield Refusals.plain(404).reply();
      }
    };
  }

  /** All that answers. */
  record Endpoints(
      OpenEndpoint open,
      SessionEndpoint session,
      ReadEndpoint read,
      ChangeEndpoint change,
      TokenEndpoint token,
      ConsentPage consent,
      Pages pages,
      Media media) {}
}
