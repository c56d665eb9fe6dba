package org.mtlbench.toolbox.search;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Candidates for the weights of the task losses. */
public final class WeightGrid {
  private WeightGrid() {}

  /**
   * The weight of a favoured task relative to that of each other task.
   *
   * @param favoured at least 1
   * @param others at least 1
   */
  public record Ratio(int favoured, int others) {}

  /**
   * Weights that favour each task in turn, by ratio and with the last task first, followed by equal
   * weights; all with the same sum. For two tasks, sum 0.05 and ratios 4:1 and 3:2: (0.01, 0.04),
   * (0.04, 0.01), (0.02, 0.03), (0.03, 0.02), (0.025, 0.025).
   *
   * @param tasks m, at least 1
   * @param sum sum of the weights of a candidate
   */
  public static List<List<Double>> favouringEach(int tasks, double sum, List<Ratio> ratios) {
    List<List<Double>> candidates = new ArrayList<>();
    if (tasks > 1) {
      for (Ratio ratio : ratios) {
        int parts = ratio.favoured() + (tasks - 1) * ratio.others();
        for (int task = tasks - 1; task >= 0; task--) {
          List<Double> weights =
              new ArrayList<>(Collections.nCopies(tasks, share(sum, ratio.others(), parts)));
          weights.set(task, share(sum, ratio.favoured(), parts));
          candidates.add(List.copyOf(weights));
        }
      }
    }
    candidates.add(List.copyOf(Collections.nCopies(tasks, share(sum, 1, tasks))));
    return List.copyOf(candidates);
  }

  /** In decimal arithmetic, so that the weights are short decimals. */
  private static double share(double sum, int part, int parts) {
    return BigDecimal.valueOf(sum)
        .multiply(BigDecimal.valueOf(part))
        .divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128)
        .doubleValue();
  }
}
