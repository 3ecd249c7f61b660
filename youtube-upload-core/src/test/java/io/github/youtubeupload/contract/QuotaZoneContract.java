package io.github.youtubeupload.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The zone of the JVM is of no consequence. */
public abstract class QuotaZoneContract {
  private static final List<String> MOMENTS =
      List.of(
          "2026-03-08T07:59:59.999Z",
          "2026-03-08T08:00:00Z",
          "2026-03-09T06:59:59.999Z",
          "2026-11-01T06:59:59.999Z",
          "2026-11-01T07:00:00Z",
          "2026-11-02T07:59:59.999Z",
          "2027-03-14T07:59:59.999Z",
          "2027-03-14T08:00:00Z",
          "2027-03-15T06:59:59.999Z",
          "2027-11-07T06:59:59.999Z",
          "2027-11-07T07:00:00Z",
          "2027-11-08T07:59:59.999Z");
  private static final List<String> DAYS =
      List.of(
          "2026-03-07 2026-03-08T08:00:00Z",
          "2026-03-08 2026-03-09T07:00:00Z",
          "2026-03-08 2026-03-09T07:00:00Z",
          "2026-10-31 2026-11-01T07:00:00Z",
          "2026-11-01 2026-11-02T08:00:00Z",
          "2026-11-01 2026-11-02T08:00:00Z",
          "2027-03-13 2027-03-14T08:00:00Z",
          "2027-03-14 2027-03-15T07:00:00Z",
          "2027-03-14 2027-03-15T07:00:00Z",
          "2027-11-06 2027-11-07T07:00:00Z",
          "2027-11-07 2027-11-08T08:00:00Z",
          "2027-11-07 2027-11-08T08:00:00Z");

  private final Class<? extends StoreOpener> opener;

  protected QuotaZoneContract(Class<? extends StoreOpener> opener) {
    this.opener = opener;
  }

  /** What the opener is given. */
  protected abstract String location();

  @ParameterizedTest
  @ValueSource(strings = {"Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Seoul"})
  void theDayIsThePacificDayInAJvmOfAnyZone(String zone) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-Duser.timezone=" + zone));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(QuotaDayProbe.class.getName(), opener.getName(), location()));
    command.addAll(MOMENTS);
    ProcessBuilder probe = new ProcessBuilder(command);
    probe.redirectError(ProcessBuilder.Redirect.INHERIT).environment().put("TZ", zone);
    try (BufferedReader lines = probe.start().inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.lines()).containsExactlyElementsOf(DAYS);
    }
  }
}
