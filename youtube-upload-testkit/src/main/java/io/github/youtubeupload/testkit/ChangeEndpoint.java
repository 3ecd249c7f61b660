package io.github.youtubeupload.testkit;

import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code videos.update} and {@code videos.delete}: 50 units each. */
final class ChangeEndpoint {
  private static final int COST = 50;

  private final Library library;
  private final QuotaBook quota;
  private final Gatekeeper gatekeeper;

  ChangeEndpoint(Library library, QuotaBook quota, Gatekeeper gatekeeper) {
    this.library = library;
    this.quota = quota;
    this.gatekeeper = gatekeeper;
  }

  Reply delete(Request request) throws IOException {
    Gatekeeper.Access access = admit(request);
    if (access.refusal().isPresent()) {
      return access.refusal().get().reply();
    }
    String id = request.query("id").orElse("");
    Optional<StoredVideo> video = own(id, access);
    if (video.isEmpty()) {
      return Refusals.notFound("The video that you are trying to delete").reply();
    }
    library.delete(video.get());
    return Reply.empty(204);
  }

  /** Replaces whole parts, as YouTube does. */
  Reply update(Exchange exchange) throws IOException {
    Gatekeeper.Access access = admit(exchange.request());
    if (access.refusal().isPresent()) {
      return access.refusal().get().reply();
    }
    String json = new String(exchange.content().readAllBytes(), StandardCharsets.UTF_8);
    Optional<Metadata> sent = Metadata.parse(json);
    Object id = sent.map(m -> m.root().getOrDefault("id", "")).orElse("");
    Optional<StoredVideo> video = own(id.toString(), access);
    if (sent.isEmpty() || video.isEmpty()) {
      return Refusals.notFound("The video that you are trying to update").reply();
    }
    Map<String, Object> merged = new LinkedHashMap<>(video.get().metadata().root());
    merged.putAll(sent.get().root());
    merged.keySet().removeAll(Set.of("id", "kind", "etag"));
    Metadata changed = new Metadata(Json.write(merged), merged);
    Optional<Refusal> refusal = MetadataRules.check(changed);
    if (refusal.isPresent()) {
      return refusal.get().reply();
    }
    video.get().update(changed);
    return Reply.json(200, Json.write(video.get().resource(merged.keySet())));
  }

  private Gatekeeper.Access admit(Request request) {
    Gatekeeper.Access access = gatekeeper.admit(request, Grant::allowsChange);
    Optional<Refusal> noRoom =
        access.grant().flatMap(grant -> quota.charge(grant.project(), Bucket.SHARED, COST));
    return noRoom.isPresent() ? Gatekeeper.Access.denied(noRoom.get()) : access;
  }

  private Optional<StoredVideo> own(String id, Gatekeeper.Access access) {
    String channel = access.grant().orElseThrow().channel();
    return library.find(id).filter(v -> v.opening().grant().channel().equals(channel));
  }
}
