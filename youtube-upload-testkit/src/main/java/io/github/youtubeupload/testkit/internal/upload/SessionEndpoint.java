package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.FakeSession;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.internal.http.Connection;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.http.RequestBody;
import io.github.youtubeupload.testkit.internal.oauth.Access;
import io.github.youtubeupload.testkit.internal.oauth.Authorizer;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import io.github.youtubeupload.testkit.internal.server.Endpoint;
import io.github.youtubeupload.testkit.internal.server.Exchange;
import io.github.youtubeupload.testkit.internal.server.PublicRoot;
import io.github.youtubeupload.testkit.internal.storage.StoredBytes;
import java.io.IOException;
import java.util.Optional;

/** PUT and DELETE of a session URI: sending, asking, cancelling. */
public final class SessionEndpoint implements Endpoint {
  private final SessionSettings settings;
  private final SessionStore sessions;
  private final Authorizer authorizer;
  private final PublicRoot root;
  private final BodyReceiver receiver = new BodyReceiver();

  /** The endpoint over the sessions and the videos made of them. */
  public SessionEndpoint(SessionStore sessions, Authorizer authorizer, PublicRoot root) {
    this.settings = sessions.settings();
    this.sessions = sessions;
    this.authorizer = authorizer;
    this.root = root;
  }

  @Override
  public Reply handle(Exchange exchange) throws IOException {
    String uploadId = exchange.request().query("upload_id").orElseThrow();
    Optional<Session> found = sessions.find(uploadId);
    if (found.isEmpty()) {
      return Refusals.plain(404).reply();
    }
    Session session = found.get();
    Optional<Reply> refusal = refuse(exchange, session);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Connection connection = exchange.connection();
    session.enter(connection);
    try {
      Reply reply = answer(exchange, session);
      session.leave(connection);
      return reply.status() == 308 && exchange.fault(Fault.NewLocation.class).isPresent()
          ? sessions
              .rename(uploadId)
              .map(
                  name ->
                      reply.with(
                          "Location", uri(exchange.request(), root.of(exchange.request()), name)))
              .orElse(reply)
          : reply;
    } catch (IOException brokenOff) {
      session.breakOff(connection);
      throw brokenOff;
    }
  }

  private Optional<Reply> refuse(Exchange exchange, Session session) throws IOException {
    Optional<Fault.SessionGone> gone = exchange.fault(Fault.SessionGone.class);
    if (gone.isPresent()) {
      session.kill(gone.get().status());
    } else if (sessions.isExpired(session) && session.deadStatus() == 0) {
      session.kill(settings.deadStatus());
    }
    if (session.deadStatus() != 0) {
      return Optional.of(Refusals.plain(session.deadStatus()).reply());
    }
    Access access = authorizer.admit(exchange.request(), session.target().scopes());
    Optional<Fault.Unauthorized> unauthorized = exchange.fault(Fault.Unauthorized.class);
    if (access.refusal().isPresent() || unauthorized.isPresent()) {
      if (unauthorized
          .map(Fault.Unauthorized::endsSession)
          .orElse(settings.staleTokenEndsSession())) {
        session.kill(settings.deadStatus());
      }
      return Optional.of(access.refusal().orElseGet(Refusals::badToken).reply());
    }
    if (!access
        .grant()
        .orElseThrow()
        .channel()
        .equals(session.opening().request().grant().channel())) {
      return Optional.of(Refusals.forbidden("The session belongs to another channel.").reply());
    }
    return Optional.empty();
  }

  private Reply answer(Exchange exchange, Session session) throws IOException {
    if (exchange.request().method().equals("DELETE")) {
      return session.cancel() ? Reply.empty(499) : Refusals.plain(404).reply();
    } else if (session.state() == FakeSession.State.CANCELLED) {
      return Reply.empty(499);
    } else if (session.state() == FakeSession.State.FINISHED) {
      return standing(exchange, session);
    }
    return ContentRange.isQuestion(exchange.request().headers().first("Content-Range"))
        ? ask(exchange, session)
        : send(exchange, session);
  }

  private Reply ask(Exchange exchange, Session session) throws IOException {
    Optional<ContentRange> range = range(exchange.request());
    if (range.isEmpty() || range.get().equals(ContentRange.UNREADABLE)) {
      return Refusals.badRequest("Content-Range does not say how long the whole is.").reply();
    } else if (exchange.content().read() >= 0) {
      return Refusals.badRequest("Who asks for the state sends nothing.").reply();
    } else if (!session.accept(range.get().total())) {
      return Refusals.badRequest("The total is not the one that was declared.").reply();
    } else if (session.total() == 0) {
      return Refusals.noMedia().reply();
    }
    goBack(exchange, session);
    return standing(exchange, session);
  }

  private Reply send(Exchange exchange, Session session) throws IOException {
    Optional<ContentRange> range = range(exchange.request());
    Optional<String> wrong = wrong(range, session).or(() -> wrongLength(exchange, range, session));
    if (wrong.isPresent()) {
      return Refusals.badRequest(wrong.get()).reply();
    }
    long start = session.stored();
    if (range.map(ContentRange::first).orElse(0L) != start) {
      receiver.discard(exchange);
      return exchange.bodyTaken().orElseGet(() -> gap(session));
    }
    long length = range.map(ContentRange::length).orElse(session.total());
    long taken = receiver.receive(exchange, session, length);
    if (length >= 0 && taken != length) {
      session.keepTo(exchange.connection(), start);
      return Refusals.badRequest("The body is not as long as Content-Range says.").reply();
    }
    if (taken == 0) {
      return Refusals.noMedia().reply();
    }
    session.accept(
        range.map(ContentRange::isOpen).orElse(true) && session.total() < 0 ? start + taken : -1);
    receiver.loseSome(exchange, session, start);
    Optional<Reply> fault = exchange.bodyTaken();
    if (fault.isPresent()) {
      return fault.get();
    }
    goBack(exchange, session);
    return standing(exchange, session);
  }

  /** What is wrong with a PUT, seen before its body is read. */
  private Optional<String> wrong(Optional<ContentRange> range, Session session) {
    boolean given = range.isPresent();
    if (given && range.get().first() < 0) {
      return Optional.of("Content-Range does not say which bytes these are.");
    } else if (given && settings.bytes().documentedOnly() && !range.get().isDocumented()) {
      return Optional.of("Content-Range has a form that no document knows.");
    } else if (given && !session.accept(range.get().total())) {
      return Optional.of("The total is not the one that was declared.");
    } else if (given && !range.get().isLast() && range.get().length() % StoredBytes.BLOCK != 0) {
      return Optional.of("All chunks but the last must be multiples of 256 KiB.");
    }
    return Optional.empty();
  }

  private static Optional<String> wrongLength(
      Exchange exchange, Optional<ContentRange> range, Session session) {
    long due = range.map(ContentRange::length).orElse(session.total());
    long declared = exchange.request().body().declaredLength();
    boolean comparable = due >= 0 && declared != RequestBody.UNKNOWN && !exchange.isCompressed();
    return comparable && due != declared
        ? Optional.of("Content-Length is not what Content-Range or the declared total says.")
        : Optional.empty();
  }

  private static Optional<ContentRange> range(Request request) {
    Optional<String> header = request.headers().first("Content-Range");
    return header.map(text -> ContentRange.parse(text).orElse(ContentRange.UNREADABLE));
  }

  private void goBack(Exchange exchange, Session session) throws IOException {
    Optional<Fault.GoBackTo> fault = exchange.fault(Fault.GoBackTo.class);
    if (fault.isPresent()) {
      session.keepTo(exchange.connection(), fault.get().offset());
    }
  }

  /** The final answer if there is a video or can be one now, else what is stored. */
  private Reply standing(Exchange exchange, Session session) throws IOException {
    return session.finish(exchange.connection()).orElseGet(() -> incomplete(session));
  }

  private Reply gap(Session session) {
    return settings.bytes().gapIsBadRequest()
        ? Refusals.badRequest("These are not the bytes that come next.").reply()
        : incomplete(session);
  }

  private static Reply incomplete(Session session) {
    long stored = session.stored();
    return stored == 0
        ? Reply.empty(308)
        : Reply.empty(308).with("Range", "bytes=0-" + (stored - 1));
  }

  /** The session URI: the target it was opened with, and its secret. */
  static String uri(Request request, String root, String uploadId) {
    String target = request.target().replaceAll("[?&]upload_id=[^&]*", "");
    return root
        + target.substring(1)
        + (target.contains("?") ? "&" : "?")
        + "upload_id="
        + uploadId;
  }
}
