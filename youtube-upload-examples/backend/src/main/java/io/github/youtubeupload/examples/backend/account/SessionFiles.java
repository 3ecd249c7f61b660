package io.github.youtubeupload.examples.backend.account;

import io.github.youtubeupload.examples.backend.state.Sha256;
import io.github.youtubeupload.examples.backend.state.StateDirectory;
import io.github.youtubeupload.examples.backend.state.StateKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Who is signed in, a file for each session, named by the hash of what the cookie holds: whoever
 * reads the directory can take over no session.
 */
@Component
final class SessionFiles {
  static final Duration LONGEST = Duration.ofDays(7);

  private static final String PURPOSE = "session";
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Path directory;
  private final StateKey key;
  private final Clock clock;

  SessionFiles(StateDirectory state, StateKey key, Clock clock) {
    this.directory = state.directory("sessions");
    this.key = key;
    this.clock = clock;
  }

  /** Gives the value for the cookie. */
  String begin(String account) {
    endExpired();
    byte[] id = new byte[BYTES];
    random.nextBytes(id);
    String session = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    long until = clock.instant().plus(LONGEST).getEpochSecond();
    try {
      StateDirectory.write(
          file(session),
          key.seal(PURPOSE, until + " " + account).getBytes(StandardCharsets.US_ASCII));
      return session;
    } catch (IOException e) {
      throw new UncheckedIOException("The session cannot be stored in " + directory, e);
    }
  }

  /** Empty for what has ended, and for what never was. */
  Optional<String> account(String session) {
    return content(file(session))
        .filter(content -> !isExpired(content))
        .map(content -> content.split(" ", 2)[1]);
  }

  void end(String session) {
    delete(file(session));
  }

  /** Signs an account out everywhere. */
  void endAll(String account) {
    for (Path file : all()) {
      if (content(file).filter(content -> content.split(" ", 2)[1].equals(account)).isPresent()) {
        delete(file);
      }
    }
  }

  private void endExpired() {
    for (Path file : all()) {
      if (content(file).filter(this::isExpired).isPresent()) {
        delete(file);
      }
    }
  }

  private boolean isExpired(String content) {
    return Long.parseLong(content.split(" ", 2)[0]) <= clock.instant().getEpochSecond();
  }

  private Optional<String> content(Path file) {
    try {
      return key.open(PURPOSE, Files.readString(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The session cannot be read in " + directory, e);
    }
  }

  private List<Path> all() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The sessions cannot be listed in " + directory, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("The session cannot be ended", e);
    }
  }

  private Path file(String session) {
    return directory.resolve(Sha256.of(session));
  }
}
