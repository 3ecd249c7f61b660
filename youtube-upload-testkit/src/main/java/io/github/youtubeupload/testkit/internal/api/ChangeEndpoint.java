package io.github.youtubeupload.testkit.internal.api;

import io.github.youtubeupload.testkit.Bucket;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.json.Json;
import io.github.youtubeupload.testkit.internal.metadata.MetadataRules;
import io.github.youtubeupload.testkit.internal.metadata.SentResource;
import io.github.youtubeupload.testkit.internal.oauth.Access;
import io.github.youtubeupload.testkit.internal.oauth.Authorizer;
import io.github.youtubeupload.testkit.internal.oauth.Scopes;
import io.github.youtubeupload.testkit.internal.quota.QuotaLedger;
import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import io.github.youtubeupload.testkit.internal.server.Exchange;
import io.github.youtubeupload.testkit.internal.video.StoredVideo;
import io.github.youtubeupload.testkit.internal.video.VideoStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code videos.update} and {@code videos.delete}: 50 units each. */
public final class ChangeEndpoint {
  private static final int COST = 50;

  private final VideoStore videos;
  private final QuotaLedger quota;
  private final Authorizer authorizer;

  public ChangeEndpoint(VideoStore videos, QuotaLedger quota, Authorizer authorizer) {
    this.videos = videos;
    this.quota = quota;
    this.authorizer = authorizer;
  }

  Reply delete(Exchange exchange) throws IOException {
    Request request = exchange.request();
    Access access = admit(request);
    if (access.refusal().isPresent()) {
      return access.refusal().get().reply();
    }
    String id = request.query("id").orElse("");
    Optional<StoredVideo> video = own(id, access);
    if (video.isEmpty()) {
      return Refusals.notFound("The video that you are trying to delete").reply();
    }
    videos.delete(video.get());
    return Reply.empty(204);
  }

  /** Replaces whole parts, as YouTube does. */
  Reply update(Exchange exchange) throws IOException {
    Access access = admit(exchange.request());
    if (access.refusal().isPresent()) {
      return access.refusal().get().reply();
    }
    String json = new String(exchange.content().readAllBytes(), StandardCharsets.UTF_8);
    Optional<SentResource> sent = SentResource.parse(json);
    Object id = sent.map(m -> m.root().getOrDefault("id", "")).orElse("");
    Optional<StoredVideo> video = own(id.toString(), access);
    if (sent.isEmpty() || video.isEmpty()) {
      return Refusals.notFound("The video that you are trying to update").reply();
    }
    Map<String, Object> merged = new LinkedHashMap<>(video.get().metadata().root());
    merged.putAll(sent.get().root());
    merged.keySet().removeAll(Set.of("id", "kind", "etag"));
    SentResource changed = new SentResource(Json.write(merged), merged);
    Optional<Refusal> refusal = MetadataRules.check(changed);
    if (refusal.isPresent()) {
      return refusal.get().reply();
    }
    video.get().update(changed);
    return Reply.json(200, Json.write(video.get().resource(merged.keySet())));
  }

  private Access admit(Request request) {
    Access access = authorizer.admit(request, Scopes.TO_CHANGE);
    Optional<Refusal> noRoom =
        access.grant().flatMap(grant -> quota.charge(grant.project(), Bucket.SHARED, COST));
    return noRoom.isPresent() ? Access.denied(noRoom.get()) : access;
  }

  private Optional<StoredVideo> own(String id, Access access) {
    String channel = access.grant().orElseThrow().channel();
    return videos.find(id).filter(v -> v.channel().equals(channel));
  }
}
