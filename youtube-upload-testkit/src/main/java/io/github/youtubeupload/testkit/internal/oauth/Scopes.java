package io.github.youtubeupload.testkit.internal.oauth;

import static io.github.youtubeupload.testkit.Grant.FORCE_SSL;
import static io.github.youtubeupload.testkit.Grant.MANAGE;
import static io.github.youtubeupload.testkit.Grant.READONLY;
import static io.github.youtubeupload.testkit.Grant.UPLOAD;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/** Which scopes a call accepts: one of them is enough. */
public enum Scopes {
  /** {@code videos.insert}. */
  TO_UPLOAD(UPLOAD, MANAGE, FORCE_SSL),
  /** What only reads. */
  TO_READ(READONLY, MANAGE, FORCE_SSL),
  /** {@code videos.update}, {@code videos.delete}. */
  TO_CHANGE(MANAGE, FORCE_SSL);

  @SuppressWarnings("ImmutableEnumChecker") // Set.of gives one that cannot change
  private final Set<String> sufficient;

  Scopes(String... sufficient) {
    this.sufficient = Set.of(sufficient);
  }

  boolean areIn(Collection<String> granted) {
    return !Collections.disjoint(sufficient, granted);
  }
}
