package io.github.youtubeupload.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultScriptTest {
  @Test
  void printsAsTheCodeThatMakesIt() {
    FaultScript script =
        FaultScript.none()
            .on(Step.SEND, 2, Fault.cutAfter(10, Disconnect.FIN))
            .on(Step.OPEN, Fault.status(503, 4).afterBody())
            .on(Step.ASK, 1, Fault.htmlBody(502))
            .on(Step.ANY, 9, Fault.slowFinalAnswer(Duration.ofSeconds(2)))
            .on(Step.TOKEN, Fault.status(400).body("text/plain", "a \"b\""))
            .always(Step.LIST, Fault.dailyQuota429());

    assertThat(script)
        .hasToString(
            "FaultScript.none().on(SEND, 2, cutAfter(10L, FIN))"
                + ".on(OPEN, 1, status(503).retryAfter(4L).afterBody())"
                + ".on(ASK, 1, htmlBody(502))"
                + ".on(ANY, 9, slowFinalAnswer(Duration.ofMillis(2000)))"
                + ".on(TOKEN, 1, status(400).body(\"text/plain\", \"a \\\"b\\\"\"))"
                + ".always(LIST, dailyQuota429())");
  }

  @Test
  void refusesARuleThatCanNeverStrike() {
    assertThatThrownBy(() -> FaultScript.none().on(Step.SEND, -1, Fault.missingRange()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void makesTheSameScriptOfTheSameSeedAndManyDifferentOnes() {
    Set<List<FaultScript.Rule>> scripts = new HashSet<>();
    Set<Class<?>> kinds = new HashSet<>();
    for (long seed = 0; seed < 300; seed++) {
      FaultScript script = FaultScript.random(seed, 1_000_000);
      assertThat(script).isEqualTo(FaultScript.random(seed, 1_000_000));
      assertThat(script.rules()).hasSizeBetween(1, 5).allMatch(rule -> rule.nth() > 0);
      assertThat(script.toString()).startsWith("/* FaultScript.random(" + seed + "L, 1000000L) */");
      scripts.add(script.rules());
      script.rules().forEach(rule -> kinds.add(rule.fault().getClass()));
    }
    assertThat(scripts).hasSizeGreaterThan(250);
    assertThat(kinds)
        .contains(Fault.CutAfter.class, Fault.LoseAnswer.class, Fault.KeepOnly.class)
        .doesNotContain(Fault.Stall.class, Fault.SessionGone.class, Fault.Unauthorized.class);
  }

  @Test
  void isHarshOnlyIfAsked() {
    Set<Class<?>> kinds = new HashSet<>();
    for (long seed = 0; seed < 300; seed++) {
      FaultScript.randomHarsh(seed, 1000)
          .rules()
          .forEach(rule -> kinds.add(rule.fault().getClass()));
    }
    assertThat(kinds)
        .contains(Fault.Stall.class, Fault.SessionGone.class, Fault.Unauthorized.class);
  }
}
