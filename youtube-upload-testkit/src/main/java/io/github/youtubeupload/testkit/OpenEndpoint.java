package io.github.youtubeupload.testkit;

import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code videos.insert}: opens a resumable session, or takes a whole video in one request. */
final class OpenEndpoint {
  private static final int MAX_METADATA = 1024 * 1024;
  private static final long MAX_SIZE = 256L << 30;
  private static final Set<String> PARTS =
      Set.of(
          "contentDetails",
          "fileDetails",
          "id",
          "liveStreamingDetails",
          "localizations",
          "paidProductPlacementDetails",
          "player",
          "processingDetails",
          "recordingDetails",
          "snippet",
          "statistics",
          "status",
          "suggestions",
          "topicDetails");

  private final Settings settings;
  private final Sessions sessions;
  private final Library library;
  private final QuotaBook quota;
  private final Gatekeeper gatekeeper;

  OpenEndpoint(
      Settings settings,
      Sessions sessions,
      Library library,
      QuotaBook quota,
      Gatekeeper gatekeeper) {
    this.settings = settings;
    this.sessions = sessions;
    this.library = library;
    this.quota = quota;
    this.gatekeeper = gatekeeper;
  }

  Reply handle(Exchange exchange, String root) throws IOException {
    Gatekeeper.Access access = gatekeeper.admit(exchange.request(), Grant::allowsUpload);
    if (access.refusal().isPresent()) {
      return access.refusal().get().reply();
    }
    Grant grant = access.grant().orElseThrow();
    Optional<Refusal> noRoom = quota.uploadRefusal(grant.project());
    if (noRoom.isPresent()) {
      return noRoom.get().reply();
    }
    return switch (exchange.request().query("uploadType").orElse("")) {
      case "resumable" -> open(exchange, grant, root);
      case "multipart" -> takeWhole(exchange, grant);
      default ->
          invalid(grant, Refusals.video("mediaBodyRequired", "The request has no video content."));
    };
  }

  private Reply open(Exchange exchange, Grant grant, String root) throws IOException {
    Request request = exchange.request();
    Optional<Metadata> metadata = metadata(exchange.content());
    String type = request.headers().first("X-Upload-Content-Type").orElse("");
    Optional<Refusal> refusal =
        metadata.isEmpty()
            ? Optional.of(Refusal.of(400, "global", "parseError", "Parse Error"))
            : check(request, metadata.get(), type).or(() -> checkSize(request));
    if (refusal.isPresent()) {
      return invalid(grant, refusal.get());
    }
    Optional<Reply> fault = exchange.bodyTaken();
    if (fault.isPresent()) {
      return fault.get();
    }
    refusal = charge(grant);
    if (refusal.isPresent()) {
      return refusal.get().reply();
    }
    long size = request.headers().first("X-Upload-Content-Length").map(Long::valueOf).orElse(-1L);
    long cost = quota.uploadCost(grant.project());
    String uploadId = sessions.open(grant, metadata.get(), parts(request), type, size, cost);
    return Reply.empty(200)
        .with("Location", SessionEndpoint.uri(request, root, uploadId))
        .with("X-GUploader-UploadID", uploadId);
  }

  private Reply takeWhole(Exchange exchange, Grant grant) throws IOException {
    Request request = exchange.request();
    Optional<String> boundary =
        Multipart.boundary(request.headers().first("Content-Type").orElse(""));
    if (boundary.isEmpty()) {
      return invalid(grant, Refusals.badRequest("Multipart must have a boundary."));
    }
    Multipart parts = new Multipart(exchange.content(), boundary.get());
    boolean first = parts.next();
    Optional<Metadata> metadata = first ? metadata(parts) : Optional.empty();
    if (metadata.isEmpty() || !parts.next()) {
      return invalid(grant, Refusals.badRequest("Multipart must hold metadata and a video."));
    }
    String type = parts.headers().first("Content-Type").orElse("");
    Optional<Refusal> refusal = check(request, metadata.get(), type);
    if (refusal.isPresent()) {
      return invalid(grant, refusal.get());
    }
    refusal = charge(grant);
    return refusal.isPresent()
        ? refusal.get().reply()
        : store(exchange, grant, metadata.get(), type, parts);
  }

  private Reply store(
      Exchange exchange, Grant grant, Metadata metadata, String type, Multipart media)
      throws IOException {
    StoredBytes bytes = sessions.newBytes();
    boolean done = false;
    try {
      Optional<Reply> fault = new Receiver().receiveWhole(exchange, media, bytes);
      if (fault.isPresent()) {
        return fault.get();
      }
      bytes.release();
      Session.Opening opening =
          new Session.Opening(
              0,
              grant,
              metadata,
              parts(exchange.request()),
              type,
              bytes.length(),
              quota.uploadCost(grant.project()),
              settings.clock().instant());
      StoredVideo video = library.add(opening, bytes);
      done = true;
      return Reply.json(200, Json.write(video.resource(opening.parts())));
    } finally {
      if (!done) {
        bytes.delete();
      }
    }
  }

  /** Charges an upload that is valid in itself. */
  private Optional<Refusal> charge(Grant grant) {
    if (library.countOfLastDay(grant.channel()) >= settings.channelUploadLimit()) {
      quota.chargeInvalidUpload(grant.project());
      return Optional.of(Refusals.channelLimit());
    }
    return quota.chargeUpload(grant.project());
  }

  private Reply invalid(Grant grant, Refusal why) {
    quota.chargeInvalidUpload(grant.project());
    return why.reply();
  }

  private static Optional<Metadata> metadata(InputStream in) throws IOException {
    byte[] json = in.readNBytes(MAX_METADATA + 1);
    return json.length > MAX_METADATA
        ? Optional.empty()
        : Metadata.parse(new String(json, StandardCharsets.UTF_8));
  }

  private static Optional<Refusal> check(Request request, Metadata metadata, String type) {
    Set<String> parts = parts(request);
    if (parts.isEmpty()) {
      return Optional.of(Refusals.required("part"));
    } else if (!PARTS.containsAll(parts)) {
      parts.removeAll(PARTS);
      return Optional.of(Refusal.of(400, "youtube.part", "unknownPart", "Unknown part: " + parts));
    } else if (!parts.containsAll(metadata.root().keySet())) {
      return Optional.of(
          Refusal.of(
              400,
              "youtube.part",
              "unexpectedPart",
              "The part parameter does not name all parts of the resource: " + parts));
    } else if (!type.startsWith("video/") && !type.equals("application/octet-stream")) {
      return Optional.of(
          Refusal.of(
              400,
              "global",
              "badContent",
              "Media type '"
                  + type
                  + "' is not supported. Valid media"
                  + " types: [video/*, application/octet-stream]"));
    }
    return MetadataRules.check(metadata);
  }

  private static Optional<Refusal> checkSize(Request request) {
    String length = request.headers().first("X-Upload-Content-Length").orElse("1").trim();
    boolean sane = length.matches("\\d{1,18}");
    if (sane && Long.parseLong(length) > MAX_SIZE) {
      return Optional.of(Refusal.of(400, "global", "uploadTooLarge", "Media is too large."));
    }
    return sane && Long.parseLong(length) > 0
        ? Optional.empty()
        : Optional.of(
            Refusals.video("mediaBodyRequired", "X-Upload-Content-Length is " + length + "."));
  }

  static Set<String> parts(Request request) {
    Set<String> parts = new TreeSet<>();
    for (String part : request.query("part").orElse("").split("[, ]", -1)) {
      if (!part.isBlank()) {
        parts.add(part.trim());
      }
    }
    return parts;
  }
}
