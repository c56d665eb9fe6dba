package org.mtlbench.reports.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class HolmTest {
  /** The example of Wikipedia's article on the method; R's p.adjust gives the same. */
  @Test
  void matchesTextbookExample() {
    assertThat(Holm.adjusted(0.01, 0.04, 0.03, 0.005))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, Offset.offset(1e-12));
  }

  @Test
  void keepsSingleTest() {
    assertThat(Holm.adjusted(0.2)).containsExactly(0.2);
    assertThat(Holm.adjusted()).isEmpty();
    assertThat(Holm.adjusted(0.9, 0.9)).containsExactly(1, 1);
  }

  @Test
  void preservesOrderAndNeverShrinks() {
    double[] p = new Random(1).doubles(50).map(value -> value / 20).toArray();
    double[] adjusted = Holm.adjusted(p);

    for (int i = 0; i < p.length; i++) {
      assertThat(adjusted[i]).isBetween(p[i], Math.min(1, 50 * p[i]));
      for (int j = 0; j < p.length; j++) {
        if (p[i] < p[j]) {
          assertThat(adjusted[i]).isLessThanOrEqualTo(adjusted[j]);
        }
      }
    }
  }
}
