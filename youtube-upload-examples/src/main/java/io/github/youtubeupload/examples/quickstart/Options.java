package io.github.youtubeupload.examples.quickstart;

import com.google.auth.Credentials;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.quota.ApiCall;
import io.github.youtubeupload.quota.QuotaPolicy;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user asked for, by {@code -Dvideo} and the variables of {@code .env.example}.
 *
 * @param video empty for friends.mp4
 * @param credentials empty for FakeYouTube
 */
record Options(Optional<Path> video, Optional<Credentials> credentials, QuotaPolicy quota) {

  static Options of(@Nullable String video, Map<String, String> environment)
      throws BadInputException {
    return new Options(path(video), credentials(environment), quota(environment));
  }

  private static Optional<Path> path(@Nullable String video) throws BadInputException {
    if (video == null || video.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(video));
    } catch (InvalidPathException e) {
      throw new BadInputException("-Dvideo is no path: " + e.getMessage());
    }
  }

  private static Optional<Credentials> credentials(Map<String, String> environment)
      throws BadInputException {
    try {
      Optional<Credentials> found = YouTubeCredentials.fromEnvironment(environment);
      if (found.isEmpty() && value(environment, "GOOGLE_CLIENT_ID").isPresent()) {
        throw new BadInputException(
            "GOOGLE_CLIENT_ID is set, but neither GOOGLE_REFRESH_TOKEN nor GOOGLE_ACCESS_TOKEN is:"
                + " see .env.example");
      }
      return found;
    } catch (IllegalArgumentException e) {
      throw new BadInputException(e.getMessage() + ": see .env.example");
    }
  }

  private static QuotaPolicy quota(Map<String, String> environment) throws BadInputException {
    QuotaPolicy google = QuotaPolicy.google();
    String bucket = google.charge(ApiCall.VIDEOS_INSERT).bucket();
    long limit = number(environment, "YOUTUBE_QUOTA_LIMIT", 0, google.limit(bucket));
    long cost =
        number(environment, "YOUTUBE_UPLOAD_COST", 1, google.charge(ApiCall.VIDEOS_INSERT).units());
    return google
        .withLimit(bucket, limit)
        .withCharge(ApiCall.VIDEOS_INSERT, new QuotaPolicy.Charge(bucket, cost));
  }

  private static long number(Map<String, String> environment, String name, long least, long preset)
      throws BadInputException {
    Optional<String> text = value(environment, name);
    if (text.isEmpty()) {
      return preset;
    }
    try {
      long number = Long.parseLong(text.get().strip());
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below, with the same words as for a number that is too small
    }
    throw new BadInputException(
        "%s must be a whole number from %s up, found \"%s\"".formatted(name, least, text.get()));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }
}
