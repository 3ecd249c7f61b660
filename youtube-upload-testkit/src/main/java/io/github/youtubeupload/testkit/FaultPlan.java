package io.github.youtubeupload.testkit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A script in progress: counts requests and hands out each fault once. Thread-safe. */
final class FaultPlan {
  private final List<FaultScript.Rule> left = new ArrayList<>();
  private final Map<Step, Integer> seen = new EnumMap<>(Step.class);

  /** Replaces the script and counts from the start. */
  synchronized void set(FaultScript script) {
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
        left.stream().filter(rule -> rule.counts(step) && isTurnOf(rule)).findFirst();
    striking.filter(rule -> rule.nth() != 0).ifPresent(left::remove);
    return striking.map(FaultScript.Rule::fault);
  }

  private boolean isTurnOf(FaultScript.Rule rule) {
    return rule.nth() == 0 || rule.nth() == seen.getOrDefault(rule.step(), 0);
  }

  /** The rules that have struck no request yet, without those for every request. */
  synchronized List<FaultScript.Rule> remaining() {
    return left.stream().filter(rule -> rule.nth() != 0).toList();
  }
}
