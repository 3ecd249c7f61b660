package io.github.youtubeupload.examples.backend.settings;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads {@link BackendSettings} once, at start, and refuses what cannot work. */
@Configuration(proxyBeanMethods = false)
class SettingsReader {

  @Bean
  BackendSettings backendSettings(Environment from) {
    return new BackendSettings(
        oauthClient(from),
        text(from, "YOUTUBE_API_KEY"),
        uri(
            from,
            "http://localhost:" + from.getProperty("server.port", "8000") + "/api/youtube/callback",
            "OAUTH_REDIRECT_URI",
            "YOUTUBE_REDIRECT_URI"),
        quotaLimit(from),
        plainPool(from),
        Stream.of("DATABASE_URL", "POSTGRES_URL")
            .flatMap(name -> text(from, name).stream())
            .findFirst(),
        Path.of(text(from, "STATE_DIRECTORY").orElse("state")).toAbsolutePath(),
        text(from, "STATE_KEY"),
        limits(from),
        list(from, "CORS_ALLOWED_ORIGINS"),
        list(from, "ALLOWED_SOURCE_HOSTS"),
        webhook(from),
        new BackendSettings.Servers(
            uri(from, "https://www.googleapis.com/", "YOUTUBE_API_URI"),
            uri(from, "https://accounts.google.com/o/oauth2/v2/auth", "OAUTH_CONSENT_URI"),
            uri(from, "https://oauth2.googleapis.com/token", "OAUTH_TOKEN_URI")),
        number(from, "DEMO_BYTES_PER_SECOND", 4_000_000));
  }

  private static BackendSettings.Limits limits(Environment from) {
    int atOnce = count(from, "MAX_CONCURRENT_UPLOADS", 4);
    return new BackendSettings.Limits(
        atLeastOne("MAX_FILE_BYTES", number(from, "MAX_FILE_BYTES", 256_000_000_000L)),
        atOnce,
        count(from, "MAX_CONCURRENT_UPLOADS_PER_USER", Math.max(1, atOnce / 2)),
        count(from, "MAX_UPLOADS_PER_USER", 100),
        count(from, "RATE_LIMIT_PER_MINUTE", 600));
  }

  private static int count(Environment from, String name, int otherwise) {
    long found = atLeastOne(name, number(from, name, otherwise));
    if (found > 1_000_000) {
      throw new IllegalArgumentException(name + " must be at most 1000000, was " + found);
    }
    return (int) found;
  }

  /** With 0 the service would refuse or hold everything, which nobody means. */
  private static long atLeastOne(String name, long found) {
    if (found < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, was " + found);
    }
    return found;
  }

  private static Optional<BackendSettings.OAuthClient> oauthClient(Environment from) {
    Optional<String> id = text(from, "GOOGLE_CLIENT_ID");
    Optional<String> secret = text(from, "GOOGLE_CLIENT_SECRET");
    if (id.isPresent() != secret.isPresent()) {
      throw new IllegalArgumentException(
          "Set both GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET, or neither to try it out");
    }
    return id.map(found -> new BackendSettings.OAuthClient(found, secret.orElseThrow()));
  }

  private static boolean plainPool(Environment from) {
    String policy = text(from, "YOUTUBE_QUOTA_POLICY").orElse("google");
    return switch (policy) {
      case "google" -> false;
      case "pool" -> true;
      default ->
          throw new IllegalArgumentException(
              "YOUTUBE_QUOTA_POLICY must be google or pool, was " + policy);
    };
  }

  private static OptionalLong quotaLimit(Environment from) {
    return text(from, "YOUTUBE_QUOTA_LIMIT").isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(number(from, "YOUTUBE_QUOTA_LIMIT", 0));
  }

  /** Its address may be all that protects it, so a message does not repeat it. */
  private static Optional<URI> webhook(Environment from) {
    try {
      Optional<URI> address = text(from, "FAILURE_WEBHOOK_URL").map(URI::create);
      address.ifPresent(HttpRequest::newBuilder); // which takes http and https only
      return address;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("FAILURE_WEBHOOK_URL is no http or https URL");
    }
  }

  private static URI uri(Environment from, String otherwise, String... names) {
    return Stream.of(names)
        .flatMap(name -> text(from, name).stream())
        .findFirst()
        .map(URI::create)
        .orElseGet(() -> URI.create(otherwise));
  }

  private static long number(Environment from, String name, long otherwise) {
    String found = text(from, name).orElse(Long.toString(otherwise));
    try {
      long value = Long.parseLong(found);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Falls through: said the same way as a negative number.
    }
    throw new IllegalArgumentException(name + " must be a whole number, 0 or more: " + found);
  }

  private static List<String> list(Environment from, String name) {
    return text(from, name).stream()
        .flatMap(all -> Stream.of(all.split(",", -1)))
        .map(String::strip)
        .filter(one -> !one.isEmpty())
        .toList();
  }

  private static Optional<String> text(Environment from, String name) {
    return Optional.ofNullable(from.getProperty(name)).map(String::strip).filter(t -> !t.isEmpty());
  }
}
