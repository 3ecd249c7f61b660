package io.github.youtubeupload.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Makes scripts from seeds. */
final class RandomFaults {
  private static final long BLOCK = 256 * 1024;
  private static final int[] SERVER_ERRORS = {500, 502, 503, 504};

  private final Random random;
  private final long size;

  private RandomFaults(long seed, long size) {
    this.random = new Random(seed);
    this.size = size;
  }

  static FaultScript gentle(long seed, long size) {
    String origin = "FaultScript.random(%sL, %sL)".formatted(seed, size);
    return new RandomFaults(seed, size).script(origin, false);
  }

  static FaultScript harsh(long seed, long size) {
    String origin = "FaultScript.randomHarsh(%sL, %sL)".formatted(seed, size);
    return new RandomFaults(seed, size).script(origin, true);
  }

  private FaultScript script(String origin, boolean harsh) {
    FaultScript script = new FaultScript(List.of(), origin);
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      script = harsh && random.nextInt(4) == 0 ? addHarsh(script) : addGentle(script);
    }
    return script;
  }

  private FaultScript addGentle(FaultScript script) {
    int nth = 1 + random.nextInt(3);
    return switch (random.nextInt(6)) {
      case 0 -> script.on(Step.OPEN, nth, anywhere());
      case 1, 2 -> script.on(Step.ASK, nth, random.nextBoolean() ? anywhere() : toStored());
      default -> script.on(Step.SEND, nth, random.nextInt(3) == 0 ? anywhere() : toSent());
    };
  }

  private FaultScript addHarsh(FaultScript script) {
    Step step = random.nextBoolean() ? Step.SEND : Step.ASK;
    Fault fault =
        switch (random.nextInt(5)) {
          case 0 -> Fault.stall(offset());
          case 1 -> Fault.unauthorized();
          case 2 -> Fault.unauthorizedEndsSession();
          case 3 -> Fault.sessionGone(404);
          default -> Fault.sessionGone(410);
        };
    return script.on(step, 1 + random.nextInt(3), fault);
  }

  /** A fault that can strike any request. */
  private Fault anywhere() {
    int status = SERVER_ERRORS[random.nextInt(SERVER_ERRORS.length)];
    return switch (random.nextInt(9)) {
      case 0 -> Fault.cutAfter(0, how());
      case 1 -> Fault.cutBeforeAnswer(how());
      case 2 -> Fault.loseAnswer(how());
      case 3 -> Fault.status(status);
      case 4 -> Fault.status(status, 0).afterBody();
      case 5 -> Fault.htmlBody(status);
      case 6 -> Fault.emptyBody(status).afterProcessing();
      case 7 -> Fault.transient429();
      default -> Fault.closeIdle();
    };
  }

  /** A fault in the bytes of a PUT. */
  private Fault toSent() {
    return switch (random.nextInt(7)) {
      case 0, 1 -> Fault.cutAfter(offset(), how());
      case 2 -> Fault.keepOnly(offset());
      case 3 -> Fault.keepOnlyAndAnswer(offset());
      case 4 -> Fault.cutBeforeAnswer(how());
      case 5 -> Fault.loseAnswer(how());
      default -> toStored();
    };
  }

  /** A fault in what the session has stored. */
  private Fault toStored() {
    return switch (random.nextInt(4)) {
      case 0 -> Fault.missingRange();
      case 1 -> Fault.wrongRange(offset());
      case 2 -> Fault.newLocation();
      default -> Fault.slowFinalAnswer(Duration.ofMillis(random.nextInt(50)));
    };
  }

  /** An offset in the video, often at an edge. */
  private long offset() {
    long near = random.nextInt(3) - 1L;
    long offset =
        switch (random.nextInt(5)) {
          case 0 -> near;
          case 1 -> size + near;
          case 2 -> size / 2 + near;
          case 3 -> Math.floorDiv((long) (random.nextDouble() * size), BLOCK) * BLOCK + near;
          default -> (long) (random.nextDouble() * size);
        };
    return Math.max(0, Math.min(size, offset));
  }

  private Disconnect how() {
    return random.nextBoolean() ? Disconnect.RST : Disconnect.FIN;
  }
}
