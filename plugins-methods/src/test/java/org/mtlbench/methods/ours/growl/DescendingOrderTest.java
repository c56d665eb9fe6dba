package org.mtlbench.methods.ours.growl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DescendingOrderTest {
  @Test
  void matchesStableSort() {
    Random random = new Random(1);
    for (int n = 0; n < 200; n++) {
      double[] values = random.ints(n, 0, 20).asDoubleStream().toArray();
      int[] expected =
          IntStream.range(0, n)
              .boxed()
              .sorted(Comparator.comparingDouble(i -> -values[i]))
              .mapToInt(i -> i)
              .toArray();
      assertThat(DescendingOrder.of(values)).containsExactly(expected);
    }
  }
}
