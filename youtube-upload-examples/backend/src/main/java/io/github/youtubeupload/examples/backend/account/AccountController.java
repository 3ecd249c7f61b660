package io.github.youtubeupload.examples.backend.account;

import io.github.youtubeupload.examples.backend.youtube.YouTubeServer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in. */
@RestController
@RequestMapping("/api/youtube")
final class AccountController {
  private final YouTubeServer youtube;

  AccountController(YouTubeServer youtube) {
    this.youtube = youtube;
  }

  record Me(boolean signedIn, String channelId, String channelTitle, boolean demo) {}

  @GetMapping("/me")
  Me me(@AuthenticationPrincipal @Nullable Owner owner) {
    boolean demo = youtube.demo().isPresent();
    return owner == null
        ? new Me(false, "", "", demo)
        : new Me(true, owner.account(), owner.title(), demo);
  }
}
