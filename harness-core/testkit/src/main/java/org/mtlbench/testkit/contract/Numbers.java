package org.mtlbench.testkit.contract;

import java.util.Arrays;
import java.util.List;

/** Arrays as lists, whose assertions name the number that fails. */
final class Numbers {
  private Numbers() {}

  static List<Double> list(double... numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
