package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The figures of several contenders, one for each round, in the order of the rounds. */
final class Runs {
  private static final String HEAP = "128m";

  private final Map<Contender, List<Figures>> figures = new EnumMap<>(Contender.class);

  /** Uploads the video once with each contender, after others to warm up with. */
  void round(List<Contender> contenders, Target target, Path video, List<Path> warmUps)
      throws IOException, InterruptedException {
    for (Contender contender : contenders) {
      figures
          .computeIfAbsent(contender, c -> new ArrayList<>())
          .add(contender.run(target, HEAP, video, warmUps));
    }
  }

  Set<Contender> contenders() {
    return figures.keySet();
  }

  Figures median(Contender contender) {
    return Figures.median(of(contender));
  }

  /** The median of one contender's figure over another's of the same round. */
  double ratio(Contender one, Contender other, ToDoubleFunction<Figures> figure) {
    List<Figures> above = of(one);
    List<Figures> below = of(other);
    return Median.of(
        java.util.stream.IntStream.range(0, Math.min(above.size(), below.size()))
            .mapToDouble(
                i -> figure.applyAsDouble(above.get(i)) / figure.applyAsDouble(below.get(i))));
  }

  private List<Figures> of(Contender contender) {
    return figures.getOrDefault(contender, List.of());
  }
}
