package io.github.youtubeupload.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code curl -T} into a session that was opened for it. The shell tells what CPU it took. */
final class Curl {
  private static final Pattern CPU = Pattern.compile("(\\d+)m([\\d.]+)s");
  private static final int POLL_MILLIS = 20;

  private Curl() {}

  static boolean exists() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "curl")));
  }

  static Figures upload(Target target, Path video) throws IOException, InterruptedException {
    long size = Files.size(video);
    URI session =
        Opening.session(
            target, Tls.DEFAULT.trusting(target.certificate()).getSocketFactory(), size);
    List<String> command =
        List.of(
            "sh",
            "-c",
            "curl -sS -f -o /dev/null --cacert \"$1\" -H \"Authorization: Bearer $2\""
                + " -H 'Content-Type: video/mp4' -T \"$3\" \"$4\" && times",
            "sh",
            target.certificate().toString(),
            target.token(),
            video.toString(),
            session.toString());
    long start = System.nanoTime();
    Process shell = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    long rss = 0;
    do {
      rss = Math.max(rss, shell.descendants().mapToLong(Curl::rss).max().orElse(0));
    } while (!shell.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS));
    double seconds = (System.nanoTime() - start) / 1e9;
    String times = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (shell.exitValue() != 0) {
      throw new IOException("curl failed with " + shell.exitValue());
    }
    return new Figures(size, seconds, cpuSeconds(times), 0, rss, 0, 0);
  }

  private static long rss(ProcessHandle process) {
    try {
      return Meter.peakRss(process.pid());
    } catch (IOException gone) {
      return 0;
    }
  }

  /** User and system time of the shell and of its children. */
  private static double cpuSeconds(String times) {
    double seconds = 0;
    Matcher one = CPU.matcher(times);
    while (one.find()) {
      seconds += 60 * Double.parseDouble(one.group(1)) + Double.parseDouble(one.group(2));
    }
    return seconds;
  }
}
