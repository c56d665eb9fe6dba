package org.mtlbench.reports.pareto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NondominanceTest {
  /** A front of three points, a copy of one, and points behind it by 0.05, 0.5 and 2. */
  private static final List<double[]> POINTS =
      List.of(
          new double[] {1, 5},
          new double[] {2, 3},
          new double[] {4, 1},
          new double[] {2, 3},
          new double[] {2.05, 3.05},
          new double[] {2.5, 3.5},
          new double[] {6, 3},
          new double[] {4, 1.5});

  private static List<Integer> kept(List<double[]> points, double eps) {
    boolean[] kept = Nondominance.of(points, eps);
    return IntStream.range(0, kept.length).filter(i -> kept[i]).boxed().toList();
  }

  @Test
  void dropsDominatedPointsOfSetWorkedByHand() {
    // (2, 3) twice: neither is better. (4, 1.5) is behind (4, 1) in one objective alone.
    assertThat(kept(POINTS, 0)).containsExactly(0, 1, 2, 3);
  }

  @Test
  void keepsPointsWithinTolerance() {
    // (2.05, 3.05) is less than 0.1 behind; (4, 1.5) - 0.1 is better than (4, 1) in the first.
    assertThat(kept(POINTS, 0.1)).containsExactly(0, 1, 2, 3, 4, 7);
    // (2.5, 3.5) - 0.5 equals (2, 3), which is not better in any objective.
    assertThat(kept(POINTS, 0.5)).containsExactly(0, 1, 2, 3, 4, 5, 7);
    // (6, 3) - 2 equals (4, 1).
    assertThat(kept(POINTS, 2)).hasSize(POINTS.size());
  }

  @Test
  void keepsMoreWithLargerTolerance() {
    Random random = new Random(3);
    List<double[]> points =
        IntStream.range(0, 80).mapToObj(i -> random.doubles(3, 0, 1).toArray()).toList();
    List<Integer> before = List.of();
    List<Integer> sizes = new ArrayList<>();
    for (double eps : new double[] {0, 0.01, 0.05, 0.1, 0.3, 1}) {
      List<Integer> now = kept(points, eps);
      assertThat(now).as("eps %s", eps).containsAll(before);
      sizes.add(now.size());
      before = now;
    }
    assertThat(sizes).first().isNotEqualTo(sizes.get(3));
    assertThat(sizes).last().isEqualTo(80);
  }

  @Test
  void doesNotDependOnOrder() {
    Random random = new Random(4);
    List<double[]> points =
        new ArrayList<>(
            IntStream.range(0, 60).mapToObj(i -> random.doubles(2, 0, 1).toArray()).toList());
    for (double eps : new double[] {0, 0.1}) {
      List<double[]> kept = kept(points, eps).stream().map(points::get).toList();
      List<double[]> shuffled = new ArrayList<>(points);
      Collections.shuffle(shuffled, random);
      assertThat(kept(shuffled, eps).stream().map(shuffled::get))
          .containsExactlyInAnyOrderElementsOf(kept);
    }
  }

  @Test
  void rejectsNegativeTolerance() {
    assertThatThrownBy(() -> Nondominance.of(POINTS, -0.1)).hasMessageContaining("at least 0");
  }
}
