package io.github.youtubeupload.benchmarks;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.FakeYouTubeBuilder;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.QuotaRules;
import io.github.youtubeupload.testkit.Step;
import io.github.youtubeupload.testkit.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The server's process. Answers a line for every line it is given, and ends with its input. */
final class ServerMain {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private ServerMain() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    boolean tls = args[0].equals("https");
    Path certificate = Path.of(args[1]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    FakeYouTubeBuilder builder =
        FakeYouTube.builder().storage(Storage.DISCARD).project("benchmark", QuotaRules.unlimited());
    try (FakeYouTube server = tls ? builder.tls().start() : builder.start()) {
      if (tls) {
        Tls.write(server.certificate(), certificate);
      }
      System.out.println(server.rootUrl() + " " + server.accessToken() + " " + certificate);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(answer(server, Words.of(line)));
      }
    }
  }

  private static long answer(FakeYouTube server, List<String> question)
      throws InterruptedException {
    switch (question.get(0)) {
      case "cut" -> {
        Fault cut = Fault.cutAfter(Long.parseLong(question.get(2)));
        int nth = Integer.parseInt(question.get(1));
        server.script(FaultScript.none().on(Step.SEND, nth, cut));
      }
      case "stall" -> server.script(FaultScript.none().always(Step.SEND, Fault.stall(1000)));
      case "await" -> server.awaitBytesReceived(Long.parseLong(question.get(1)), PATIENCE);
      default -> {}
    }
    return server.bytesReceived();
  }
}
