package io.github.youtubeupload.examples.quickstart;

import com.google.auth.Credentials;
import io.github.youtubeupload.auth.YouTubeCredentials;
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
    try {
      return QuotaPolicy.google().withEnvironment(environment);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }
}
