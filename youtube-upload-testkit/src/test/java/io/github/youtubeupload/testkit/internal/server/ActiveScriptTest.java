package io.github.youtubeupload.testkit.internal.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActiveScriptTest {
  @Test
  void strikesTheRequestItCounts() {
    ActiveScript script = new ActiveScript();
    Fault second = Fault.cutAfter(2);
    Fault third = Fault.cutAfter(3);
    Fault ever = Fault.cutAfter(0);
    script.set(
        FaultScript.none()
            .on(Step.SEND, 2, second)
            .on(Step.ANY, 3, third)
            .on(Step.ASK, 5, third)
            .always(Step.OPEN, ever));

    assertThat(script.next(Step.OTHER)).isEmpty();
    assertThat(script.next(Step.SEND)).isEmpty();
    assertThat(script.next(Step.SEND)).isEqualTo(Optional.of(second));
    assertThat(script.next(Step.ASK)).isEqualTo(Optional.of(third));
    assertThat(script.next(Step.OPEN)).isEqualTo(Optional.of(ever));
    assertThat(script.next(Step.OPEN)).isEqualTo(Optional.of(ever));
    assertThat(script.remaining()).extracting(FaultScript.Rule::step).containsExactly(Step.ASK);
  }

  @Test
  void countsFromTheStartWhenAScriptIsSet() {
    ActiveScript script = new ActiveScript();
    script.next(Step.SEND);
    script.set(FaultScript.none().on(Step.SEND, Fault.missingRange()));

    assertThat(script.next(Step.SEND)).isPresent();
  }
}
