package io.github.youtubeupload.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A disk without room: a limit on the size of files, under which a child process reserves. */
class FullDiskTest {
  @TempDir Path state;

  /** Reserves until the disk is full; says how many were granted and what then went wrong. */
  public static void main(String[] arguments) {
    QuotaStore store = QuotaStore.directory(Path.of(arguments[0]));
    int granted = 0;
    try {
      while (reserve(store, "r" + granted)) {
        granted++;
      }
    } catch (QuotaStoreException e) {
      System.out.println(granted);
      System.out.println(e.getMessage());
    }
  }

  private static boolean reserve(QuotaStore store, String id) {
    return store
        .reserve(
            new QuotaReservation(id, "p", QuotaPolicy.UPLOADS, 1, 1000, "u", Duration.ofHours(1)))
        .granted();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDiskIsAnErrorAndLosesNothing() throws IOException {
    Process child =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 8; exec \"$@\"",
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                FullDiskTest.class.getName(),
                state.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    List<String> said;
    try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
      said = lines.lines().toList();
    }
    assertThat(said).hasSize(2);
    assertThat(said.get(1)).contains("Could not use the quota ledger in", state.toString());
    QuotaStore store = QuotaStore.directory(state);
    int granted = Integer.parseInt(said.get(0));
    assertThat(granted).isPositive();
    assertThat(store.usage("p", QuotaPolicy.UPLOADS).used()).isEqualTo(granted);
    assertThat(reserve(store, "when there is room again")).isTrue();
  }
}
