package io.github.youtubeupload.quota.jdbc;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.youtubeupload.FreePort;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PgBouncer in transaction mode, with few server connections for many clients. */
final class PgBouncer implements AutoCloseable {
  private final int port = FreePort.next();
  private final Process process;

  /** Skips the test, and says so, where no PgBouncer is installed. */
  PgBouncer(Path directory, int serverPort) throws IOException {
    Optional<Path> program =
        Stream.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/opt/homebrew/bin/pgbouncer")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (program.isEmpty()) {
      System.out.println("SKIPPED: no pgbouncer is installed");
    }
    assumeThat(program).as("pgbouncer is installed").isPresent();
    Path settings = directory.resolve("pgbouncer.ini");
    Files.writeString(
        settings,
        """
        [databases]
        postgres = host=127.0.0.1 port=%d dbname=postgres user=postgres
        [pgbouncer]
        listen_addr = 127.0.0.1
        listen_port = %d
        unix_socket_dir =
        auth_type = any
        pool_mode = transaction
        default_pool_size = 3
        ignore_startup_parameters = extra_float_digits
        """
            .formatted(serverPort, port));
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) { // as whom it refuses to run
      command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
      openUp(directory);
    }
    command.addAll(List.of(program.get().toString(), settings.toString()));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    awaitStart();
  }

  private static void openUp(Path directory) {
    directory.toFile().setExecutable(true, false);
    directory.toFile().setReadable(true, false);
  }

  private void awaitStart() throws IOException {
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.contains("process up")) {
        Thread rest = new Thread(() -> lines.lines().forEach(ignored -> {}), "pgbouncer's log");
        rest.setDaemon(true);
        rest.start();
        return;
      }
    }
    throw new IOException("pgbouncer did not start: " + said);
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
