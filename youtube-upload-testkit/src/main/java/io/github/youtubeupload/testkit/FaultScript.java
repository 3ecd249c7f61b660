package io.github.youtubeupload.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which requests are struck by which faults, in order. Immutable: {@code on} makes a longer copy.
 *
 * <pre>{@code
 * FaultScript.none()
 *     .on(Step.SEND, 1, Fault.cutAfter(1_000_000))
 *     .on(Step.ASK, 2, Fault.status(503, 1))
 * }</pre>
 *
 * <p>{@code toString} is one line of Java that makes the same script.
 *
 * @param rules of several that fit a request the first not yet used strikes
 * @param origin how the script came about, put before its rules as a comment; may be empty
 */
public record FaultScript(List<Rule> rules, String origin) {
  /** A script with its own copy of the rules. */
  public FaultScript {
    rules = List.copyOf(rules);
  }

  /**
   * One rule.
   *
   * @param step which requests are counted; {@link Step#ANY} counts all
   * @param nth strikes the first of them (1), the second, and so on since the script was set; 0
   *     strikes every one and is never used up
   */
  public record Rule(Step step, int nth, Fault fault) {
    /** A rule whose number makes sense. */
    public Rule {
      if (nth < 0) {
        throw new IllegalArgumentException("nth counts from 1; 0 means every one: " + nth);
      }
    }

    @Override
    public String toString() {
      return nth == 0
          ? ".always(%s, %s)".formatted(step, fault)
          : ".on(%s, %s, %s)".formatted(step, nth, fault);
    }
  }

  /** The script of a server that behaves. */
  public static FaultScript none() {
    return new FaultScript(List.of(), "");
  }

  /**
   * A script made from a seed: the same one each time. Its faults are few and of the kind that an
   * upload survives with one valid token, without a stall longer than 50 ms and without losing its
   * session: cuts, lost answers, 5xx, transient 429, partial keeps, ranges that go back, moved
   * sessions, slow answers.
   *
   * @param size bytes of the video, so that faults strike at its first, middle and last bytes
   */
  public static FaultScript random(long seed, long size) {
    return RandomFaults.gentle(seed, size);
  }

  /** As {@link #random}, but it may also stall, refuse the token and end the session. */
  public static FaultScript randomHarsh(long seed, long size) {
    return RandomFaults.harsh(seed, size);
  }

  /** This script and one more fault, for the {@code nth} request of the step, counted from 1. */
  public FaultScript on(Step step, int nth, Fault fault) {
    return and(new Rule(step, nth, fault));
  }

  /** This script and one more fault, for the first request of the step. */
  public FaultScript on(Step step, Fault fault) {
    return on(step, 1, fault);
  }

  /** This script and one more fault, for every request of the step. */
  public FaultScript always(Step step, Fault fault) {
    return and(new Rule(step, 0, fault));
  }

  private FaultScript and(Rule rule) {
    List<Rule> more = new ArrayList<>(rules);
    more.add(rule);
    return new FaultScript(more, origin);
  }

  @Override
  public String toString() {
    return (origin.isEmpty() ? "" : "/* " + origin + " */ ")
        + "FaultScript.none()"
        + rules.stream().map(Rule::toString).collect(Collectors.joining());
  }
}
