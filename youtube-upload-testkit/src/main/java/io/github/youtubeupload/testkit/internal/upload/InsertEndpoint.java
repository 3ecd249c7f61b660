package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.json.Json;
import io.github.youtubeupload.testkit.internal.metadata.MetadataRules;
import io.github.youtubeupload.testkit.internal.metadata.Parts;
import io.github.youtubeupload.testkit.internal.metadata.VideoMetadata;
import io.github.youtubeupload.testkit.internal.oauth.Access;
import io.github.youtubeupload.testkit.internal.oauth.Authorizer;
import io.github.youtubeupload.testkit.internal.oauth.Scopes;
import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import io.github.youtubeupload.testkit.internal.server.Endpoint;
import io.github.youtubeupload.testkit.internal.server.Exchange;
import io.github.youtubeupload.testkit.internal.server.PublicRoot;
import io.github.youtubeupload.testkit.internal.storage.StoredBytes;
import io.github.youtubeupload.testkit.internal.storage.UploadFiles;
import io.github.youtubeupload.testkit.internal.video.InsertRequest;
import io.github.youtubeupload.testkit.internal.video.StoredVideo;
import io.github.youtubeupload.testkit.internal.video.VideoStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** {@code videos.insert}: opens a resumable session, or takes a whole video in one request. */
public final class InsertEndpoint implements Endpoint {
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

  private final SessionStore sessions;
  private final UploadFiles files;
  private final VideoStore videos;
  private final UploadAllowance allowance;
  private final Authorizer authorizer;
  private final PublicRoot root;

  /** The endpoint over what it fills. */
  public InsertEndpoint(
      SessionStore sessions,
      UploadFiles files,
      VideoStore videos,
      UploadAllowance allowance,
      Authorizer authorizer,
      PublicRoot root) {
    this.sessions = sessions;
    this.files = files;
    this.videos = videos;
    this.allowance = allowance;
    this.authorizer = authorizer;
    this.root = root;
  }

  @Override
  public Reply handle(Exchange exchange) throws IOException {
    Access access = authorizer.admit(exchange.request(), Scopes.TO_UPLOAD);
    if (access.refusal().isPresent()) {
      return access.refusal().get().reply();
    }
    Grant grant = access.grant().orElseThrow();
    Optional<Refusal> noRoom = allowance.refusal(grant);
    if (noRoom.isPresent()) {
      return noRoom.get().reply();
    }
    return switch (exchange.request().query("uploadType").orElse("")) {
      case "resumable" -> open(exchange, grant);
      case "multipart" -> takeWhole(exchange, grant);
      default ->
          invalid(grant, Refusals.video("mediaBodyRequired", "The request has no video content."));
    };
  }

  private Reply open(Exchange exchange, Grant grant) throws IOException {
    Request request = exchange.request();
    Optional<VideoMetadata> metadata = metadata(exchange.content());
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
    refusal = allowance.charge(grant);
    if (refusal.isPresent()) {
      return refusal.get().reply();
    }
    long size = request.headers().first("X-Upload-Content-Length").map(Long::valueOf).orElse(-1L);
    InsertRequest insert = new InsertRequest(grant, metadata.get(), Parts.of(request), type);
    String uploadId = sessions.open(insert, size, allowance.cost(grant));
    return Reply.empty(200)
        .with("Location", SessionEndpoint.uri(request, root.of(request), uploadId))
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
    Optional<VideoMetadata> metadata = first ? metadata(parts) : Optional.empty();
    if (metadata.isEmpty() || !parts.next()) {
      return invalid(grant, Refusals.badRequest("Multipart must hold metadata and a video."));
    }
    String type = parts.headers().first("Content-Type").orElse("");
    Optional<Refusal> refusal = check(request, metadata.get(), type);
    if (refusal.isPresent()) {
      return invalid(grant, refusal.get());
    }
    refusal = allowance.charge(grant);
    return refusal.isPresent()
        ? refusal.get().reply()
        : store(exchange, new InsertRequest(grant, metadata.get(), Parts.of(request), type), parts);
  }

  private Reply store(Exchange exchange, InsertRequest insert, Multipart media) throws IOException {
    StoredBytes bytes = files.next();
    boolean done = false;
    try {
      Optional<Reply> fault = new BodyReceiver().receiveWhole(exchange, media, bytes);
      if (fault.isPresent()) {
        return fault.get();
      }
      bytes.release();
      StoredVideo video = videos.add(insert, 0, bytes);
      done = true;
      return Reply.json(200, Json.write(video.resource(insert.parts())));
    } finally {
      if (!done) {
        bytes.delete();
      }
    }
  }

  private Reply invalid(Grant grant, Refusal why) {
    allowance.chargeInvalid(grant);
    return why.reply();
  }

  private static Optional<VideoMetadata> metadata(InputStream in) throws IOException {
    byte[] json = in.readNBytes(MAX_METADATA + 1);
    return json.length > MAX_METADATA
        ? Optional.empty()
        : VideoMetadata.parse(new String(json, StandardCharsets.UTF_8));
  }

  private static Optional<Refusal> check(Request request, VideoMetadata metadata, String type) {
    Set<String> parts = Parts.of(request);
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
}
