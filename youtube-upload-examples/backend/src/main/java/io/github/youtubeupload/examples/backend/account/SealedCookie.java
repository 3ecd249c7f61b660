package io.github.youtubeupload.examples.backend.account;

import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import io.github.youtubeupload.examples.backend.state.StateKey;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Cookies that this service alone can read and make, and that end when they say. */
@Component
final class SealedCookie {
  private final StateKey sealer;
  private final BackendSettings settings;
  private final Clock clock;

  SealedCookie(StateKey sealer, BackendSettings settings, Clock clock) {
    this.sealer = sealer;
    this.settings = settings;
    this.clock = clock;
  }

  String issue(String name, String value, Duration lifetime) {
    String content = clock.instant().plus(lifetime).getEpochSecond() + " " + value;
    return header(name, sealer.seal("cookie " + name, content), lifetime);
  }

  String clear(String name) {
    return header(name, "", Duration.ZERO);
  }

  Optional<String> read(HttpServletRequest request, String name) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue)
        .flatMap(value -> sealer.open("cookie " + name, value).stream())
        .flatMap(content -> unexpired(content).stream())
        .findFirst();
  }

  private Optional<String> unexpired(String content) {
    int space = content.indexOf(' ');
    long until = Long.parseLong(content, 0, space, 10);
    return until > clock.instant().getEpochSecond()
        ? Optional.of(content.substring(space + 1))
        : Optional.empty();
  }

  private String header(String name, String value, Duration lifetime) {
    return ResponseCookie.from(name, value)
        .httpOnly(true)
        .secure(settings.secure())
        .sameSite("Lax")
        .path("/")
        .maxAge(lifetime)
        .build()
        .toString();
  }
}
