package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.metadata.MediaType;
import io.github.youtubeupload.testkit.internal.metadata.ReadResource;
import io.github.youtubeupload.testkit.internal.metadata.SentResource;
import io.github.youtubeupload.testkit.internal.metadata.UploadRequest;
import io.github.youtubeupload.testkit.internal.oauth.Access;
import io.github.youtubeupload.testkit.internal.oauth.Authorizer;
import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import io.github.youtubeupload.testkit.internal.server.Endpoint;
import io.github.youtubeupload.testkit.internal.server.Exchange;
import io.github.youtubeupload.testkit.internal.server.MalformedBodyException;
import io.github.youtubeupload.testkit.internal.server.PublicRoot;
import io.github.youtubeupload.testkit.internal.storage.StoredBytes;
import io.github.youtubeupload.testkit.internal.storage.UploadFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The POST of an upload: opens a resumable session, or takes all in one request. */
public final class UploadEndpoint implements Endpoint {
  private final UploadTarget target;
  private final SessionStore sessions;
  private final UploadFiles files;
  private final Authorizer authorizer;
  private final PublicRoot root;
  private final boolean documentedOnly;

  /** The endpoint for one kind of upload. */
  public UploadEndpoint(
      UploadTarget target,
      SessionStore sessions,
      UploadFiles files,
      Authorizer authorizer,
      PublicRoot root) {
    this.target = target;
    this.sessions = sessions;
    this.files = files;
    this.authorizer = authorizer;
    this.root = root;
    this.documentedOnly = sessions.settings().bytes().documentedOnly();
  }

  @Override
  public Reply handle(Exchange exchange) throws IOException {
    Access access = authorizer.admit(exchange.request(), target.scopes());
    if (access.refusal().isPresent()) {
      return access.refusal().get().reply();
    }
    Grant grant = access.grant().orElseThrow();
    Optional<Refusal> noRoom = target.admit(grant);
    if (noRoom.isPresent()) {
      return noRoom.get().reply();
    }
    try {
      return dispatch(exchange, grant);
    } catch (MalformedBodyException e) {
      target.chargeInvalid(grant);
      throw e;
    }
  }

  private Reply dispatch(Exchange exchange, Grant grant) throws IOException {
    boolean mediaOnly = target.limits().mediaOnly();
    return switch (exchange.request().query("uploadType").orElse(mediaOnly ? "media" : "")) {
      case "resumable" -> open(exchange, grant);
      case "multipart" -> takeMultipart(exchange, grant);
      case "media" -> mediaOnly ? takeMedia(exchange, grant) : invalid(grant, Refusals.noMedia());
      default -> invalid(grant, Refusals.noMedia());
    };
  }

  private Reply open(Exchange exchange, Grant grant) throws IOException {
    Request request = exchange.request();
    ReadResource read =
        ReadResource.from(
            exchange.content(), request.headers().first("Content-Type"), documentedOnly);
    Optional<String> type = request.headers().first("X-Upload-Content-Type");
    UploadRequest upload = upload(grant, request, read.resource(), type);
    Optional<Refusal> refusal =
        read.refusal().or(() -> check(upload, type)).or(() -> declaredSize(request));
    if (refusal.isPresent()) {
      return invalid(grant, refusal.get());
    }
    Optional<Reply> fault = exchange.bodyTaken();
    if (fault.isPresent()) {
      return fault.get();
    }
    refusal = target.charge(grant);
    if (refusal.isPresent()) {
      return refusal.get().reply();
    }
    long size = request.headers().first("X-Upload-Content-Length").map(Long::valueOf).orElse(-1L);
    String uploadId = sessions.open(target, upload, size);
    return Reply.empty(200)
        .with("Location", SessionEndpoint.uri(request, root.of(request), uploadId))
        .with("X-GUploader-UploadID", uploadId);
  }

  private Reply takeMultipart(Exchange exchange, Grant grant) throws IOException {
    Request request = exchange.request();
    Optional<String> boundary =
        Multipart.boundary(request.headers().first("Content-Type").orElse(""));
    if (boundary.isEmpty()) {
      return invalid(grant, Refusals.badRequest("Multipart must have a boundary."));
    }
    Multipart parts = new Multipart(exchange.content(), boundary.get());
    parts.require("a resource");
    ReadResource read =
        ReadResource.from(parts, parts.headers().first("Content-Type"), documentedOnly);
    if (read.refusal().isPresent()) {
      return invalid(grant, read.refusal().get());
    }
    parts.require("content");
    Optional<String> type = parts.headers().first("Content-Type");
    return take(exchange, upload(grant, request, read.resource(), type), type, parts);
  }

  private Reply takeMedia(Exchange exchange, Grant grant) throws IOException {
    Request request = exchange.request();
    Optional<String> type = request.headers().first("Content-Type");
    UploadRequest upload = upload(grant, request, SentResource.none(), type);
    return take(exchange, upload, type, exchange.content());
  }

  private Reply take(
      Exchange exchange, UploadRequest upload, Optional<String> type, InputStream content)
      throws IOException {
    Grant grant = upload.grant();
    Optional<Refusal> refusal = check(upload, type);
    if (refusal.isPresent()) {
      return invalid(grant, refusal.get());
    }
    StoredBytes bytes = files.next(target.limits().makesVideos());
    boolean done = false;
    try {
      new BodyReceiver().receiveWhole(exchange, content, bytes);
      if (content instanceof Multipart parts) {
        parts.requireEnd();
      }
      bytes.release();
      if (bytes.length() == 0) {
        return invalid(grant, Refusals.noMedia());
      }
      Optional<Reply> answer =
          exchange.bodyTaken().or(() -> target.charge(grant).map(Refusal::reply));
      if (answer.isPresent()) {
        return answer.get();
      }
      done = true;
      return target.finish(upload, 0, bytes).reply();
    } finally {
      if (!done) {
        bytes.delete();
      }
    }
  }

  private static UploadRequest upload(
      Grant grant, Request request, SentResource resource, Optional<String> type) {
    String known = type.filter(name -> !name.isEmpty()).orElse(MediaType.UNKNOWN);
    return new UploadRequest(grant, request.query(), resource, known);
  }

  private Optional<Refusal> check(UploadRequest upload, Optional<String> type) {
    boolean named = type.filter(name -> !name.isEmpty()).isPresent();
    if ((documentedOnly && !named) || !target.limits().take(upload.contentType())) {
      String message = "Media type '%s' is not supported. Valid media types: %s";
      return Optional.of(
          Refusal.of(
              400,
              "global",
              "badContent",
              message.formatted(type.orElse(""), target.limits().types())));
    }
    return target.check(upload);
  }

  private Optional<Refusal> declaredSize(Request request) {
    String length = request.headers().first("X-Upload-Content-Length").orElse("1").trim();
    boolean sane = length.matches("\\d{1,18}");
    if (sane && Long.parseLong(length) > target.limits().mostBytes()) {
      return Optional.of(Refusals.tooLarge());
    }
    return sane && Long.parseLong(length) > 0
        ? Optional.empty()
        : Optional.of(
            Refusals.video("mediaBodyRequired", "X-Upload-Content-Length is " + length + "."));
  }

  private Reply invalid(Grant grant, Refusal why) {
    target.chargeInvalid(grant);
    return why.reply();
  }
}
