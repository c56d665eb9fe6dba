package org.mtlbench.testkit.contract;

import java.util.Arrays;
import java.util.List;

/** Converts arrays to lists, whose assertions name the element that differs. */
final class Numbers {
  private Numbers() {}

  static List<Double> list(double... numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }
}
