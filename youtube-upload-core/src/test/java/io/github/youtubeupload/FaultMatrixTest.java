package io.github.youtubeupload;

import io.github.youtubeupload.testkit.Disconnect;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault, at the opening, the first, a middle and the last byte, and the final answer. */
class FaultMatrixTest {
  private static final int SIZE = 1_000_003;
  private static final int CHUNK = 256 * 1024;

  @TempDir private static Path folder;
  private static Path video;

  @BeforeAll
  static void makeVideo() throws IOException {
    video = TestVideos.make(folder, SIZE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void makesOneVideoOfAWholePut(FaultScript script) {
    upload(script, Long.MAX_VALUE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scripts")
  void makesOneVideoOfChunks(FaultScript script) {
    upload(script, CHUNK);
  }

  private static void upload(FaultScript script, long chunkBytes) {
    try (Rig rig = new Rig().script(script);
        UploadClient client =
            rig.client(b -> chunkBytes == Long.MAX_VALUE ? b : b.chunkBytes(chunkBytes))) {
      UploadResult result = client.upload(Rig.request(video).build());
      rig.assertOneVideo(result, video);
    }
  }

  static List<FaultScript> scripts() {
    List<FaultScript> scripts = new ArrayList<>();
    openingFaults().forEach(fault -> scripts.add(FaultScript.none().on(Step.OPEN, fault)));
    for (Fault fault : sessionFaults()) {
      scripts.add(FaultScript.none().on(Step.SEND, fault));
      scripts.add(FaultScript.none().on(Step.SEND, Fault.cutAfter(1)).on(Step.ASK, fault));
      scripts.add(FaultScript.none().on(Step.SEND, Fault.cutAfter(700_000)).on(Step.ASK, 1, fault));
      scripts.add(FaultScript.none().on(Step.SEND, Fault.loseAnswer()).on(Step.ASK, 1, fault));
      scripts.add(FaultScript.none().on(Step.SEND, 4, fault));
    }
    bytes()
        .forEach(
            (name, at) -> {
              for (Disconnect how : Disconnect.values()) {
                scripts.add(FaultScript.none().on(Step.SEND, Fault.cutAfter(at, how)));
              }
              scripts.add(FaultScript.none().on(Step.SEND, Fault.keepOnly(at)));
              scripts.add(FaultScript.none().on(Step.SEND, Fault.keepOnlyAndAnswer(at)));
              scripts.add(FaultScript.none().on(Step.SEND, Fault.stall(at)));
            });
    return scripts;
  }

  private static Map<String, Long> bytes() {
    Map<String, Long> bytes = new LinkedHashMap<>();
    bytes.put("none", 0L);
    bytes.put("first", 1L);
    bytes.put("block", 262_144L);
    bytes.put("middle", SIZE / 2L);
    bytes.put("last but one", SIZE - 1L);
    bytes.put("last", (long) SIZE);
    return bytes;
  }

  private static List<Fault> openingFaults() {
    List<Fault> faults = new ArrayList<>(statuses());
    faults.addAll(
        List.of(
            Fault.cutAfter(0),
            Fault.cutAfter(10),
            Fault.cutBeforeAnswer(),
            Fault.loseAnswer(),
            Fault.htmlBody(200),
            Fault.emptyBody(500),
            Fault.closeIdle(),
            Fault.stall(0)));
    return faults;
  }

  private static List<Fault> sessionFaults() {
    List<Fault> faults = new ArrayList<>(statuses());
    faults.addAll(
        List.of(
            Fault.cutBeforeAnswer(Disconnect.FIN),
            Fault.loseAnswer(),
            Fault.loseAnswer(Disconnect.FIN),
            Fault.missingRange(),
            Fault.wrongRange(262_144),
            Fault.newLocation(),
            Fault.closeIdle(),
            Fault.htmlBody(200),
            Fault.emptyBody(201),
            Fault.emptyBody(503),
            Fault.slowFinalAnswer(Duration.ofMillis(100)),
            Fault.stall(0)));
    return faults;
  }

  private static List<Fault> statuses() {
    return List.of(
        Fault.status(500),
        Fault.status(502),
        Fault.status(503),
        Fault.status(503, 0),
        Fault.status(504).afterBody(),
        Fault.status(503).afterProcessing(),
        Fault.htmlBody(502),
        Fault.transient429());
  }
}
