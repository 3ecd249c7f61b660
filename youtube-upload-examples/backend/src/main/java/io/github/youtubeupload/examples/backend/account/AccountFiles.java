package io.github.youtubeupload.examples.backend.account;

import io.github.youtubeupload.examples.backend.state.Sha256;
import io.github.youtubeupload.examples.backend.state.StateDirectory;
import io.github.youtubeupload.examples.backend.state.StateKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One encrypted file for each account, in the state directory. */
@Component
final class AccountFiles {
  private static final String PURPOSE = "account";

  private final JsonMapper json = new JsonMapper();
  private final StateKey sealer;
  private final Path directory;

  AccountFiles(StateDirectory state, StateKey sealer) {
    this.sealer = sealer;
    this.directory = state.directory("accounts");
  }

  Optional<Account> find(String id) {
    Path file = file(id);
    try {
      return Files.exists(file)
          ? sealer
              .open(PURPOSE, Files.readString(file))
              .map(text -> json.readValue(text, Account.class))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("The stored account cannot be read: " + file, e);
    }
  }

  void save(Account account) {
    String sealed = sealer.seal(PURPOSE, json.writeValueAsString(account));
    try {
      StateDirectory.write(file(account.id()), sealed.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException("The account cannot be stored in " + directory, e);
    }
  }

  private Path file(String id) {
    return directory.resolve(Sha256.of(id));
  }
}
