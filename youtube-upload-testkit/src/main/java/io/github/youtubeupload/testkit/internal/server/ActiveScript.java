package io.github.youtubeupload.testkit.internal.server;

import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A script in progress: counts requests and hands out each fault once. Thread-safe. */
public final class ActiveScript {
  private final List<FaultScript.Rule> left = new ArrayList<>();
  private final Map<Step, Integer> seen = new EnumMap<>(Step.class);

  /** Replaces the script and counts from the start. */
  public synchronized void set(FaultScript script) {
    left.clear();
    left.addAll(script.rules());
    seen.clear();
  }

  /** Counts a request of this step and takes the fault that strikes it, if any. */
  synchronized Optional<Fault> next(Step step) {
    seen.merge(step, 1, Integer::sum);
    if (step != Step.OTHER) {
      seen.merge(Step.ANY, 1, Integer::sum);
    }
    Optional<FaultScript.Rule> striking =
        left.stream().filter(rule -> counts(rule, step) && isTurnOf(rule)).findFirst();
    striking.filter(rule -> rule.nth() != 0).ifPresent(left::remove);
    return striking.map(FaultScript.Rule::fault);
  }

  private static boolean counts(FaultScript.Rule rule, Step step) {
    return rule.step() == step || (rule.step() == Step.ANY && step != Step.OTHER);
  }

  private boolean isTurnOf(FaultScript.Rule rule) {
    return rule.nth() == 0 || rule.nth() == seen.getOrDefault(rule.step(), 0);
  }

  /** The rules that have struck no request yet, without those for every request. */
  public synchronized List<FaultScript.Rule> remaining() {
    return left.stream().filter(rule -> rule.nth() != 0).toList();
  }
}
