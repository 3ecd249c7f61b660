package io.github.youtubeupload.testkit.internal.oauth;

import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import java.util.Optional;

/** Who may come in, or why not: exactly one of the two is there. */
public record Access(Optional<Grant> grant, Optional<Refusal> refusal) {
  public static Access denied(Refusal why) {
    return new Access(Optional.empty(), Optional.of(why));
  }
}
