package org.mtlbench.toolbox.weighting;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.Problem;

/**
 * Config lists with one number per task, for example a preference; an empty list means a default.
 */
public final class PerTask {
  private PerTask() {}

  /** The problem of a list that is neither empty nor of the right length. */
  public static Optional<Problem> check(String key, List<Double> numbers, int tasks) {
    if (numbers.isEmpty() || numbers.size() == tasks) {
      return Optional.empty();
    }
    String allowed = tasks + " numbers, one per task, or none";
    return Optional.of(new Problem(key, numbers.toString(), allowed));
  }

  /** The numbers, or the same number for each task if there are none. */
  public static double[] orElse(List<Double> numbers, double other, int tasks) {
    double[] values = new double[tasks];
    Arrays.setAll(values, t -> numbers.isEmpty() ? other : numbers.get(t));
    return values;
  }
}
