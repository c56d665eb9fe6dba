package org.mtlbench.methods.ours.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CycleBreakerTest {
  private static final int MAX_ITERATIONS = 80;

  private final List<Integer> fixed = new ArrayList<>();

  /** Only records which rows become exemplars. */
  private final MessagePassing recorder =
      new MessagePassing() {
        @Override
        public void iterate(float damping) {
          throw new UnsupportedOperationException();
        }

        @Override
        public void raisePreference(int k, float preference) {
          assertThat(preference).isEqualTo(2);
          fixed.add(k);
        }

        @Override
        public boolean[] elected() {
          throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
      };

  /** Rows 0 and 1 are near each other, row 3 is far from all, row 2 never changes. */
  private static CycleBreaker breaker() {
    float[][] s = new float[4][4];
    s[0][1] = s[1][0] = 0.8f;
    return new CycleBreaker(s, 0.7f, 2, MAX_ITERATIONS);
  }

  private void observe(CycleBreaker breaker, int iterations, int from) {
    for (int t = from; t < from + iterations; t++) {
      breaker.observe(new boolean[] {t % 3 == 0, t % 3 != 0, true, t % 2 == 0}, recorder);
    }
  }

  @Test
  void isInactiveInFirstHalf() {
    observe(breaker(), MAX_ITERATIONS / 2 - 1, 0);
    assertThat(fixed).isEmpty();
  }

  @Test
  void fixesMostElectedRowAndNoneNearIt() {
    observe(breaker(), MAX_ITERATIONS / 2, 0);
    assertThat(fixed).containsExactly(1, 3);
  }

  @Test
  void fixesNeighbourInLaterPeriod() {
    CycleBreaker breaker = breaker();
    observe(breaker, MAX_ITERATIONS / 2, 0);
    observe(breaker, MAX_ITERATIONS / 4, MAX_ITERATIONS / 2);
    assertThat(fixed).containsExactly(1, 3, 0);
  }

  @Test
  void ignoresRowsStableBeforePeriod() {
    CycleBreaker breaker = breaker();
    observe(breaker, MAX_ITERATIONS / 2 - 11, 0);
    for (int t = 0; t < 11; t++) {
      breaker.observe(new boolean[] {true, false, true, false}, recorder);
    }
    assertThat(fixed).isEmpty();
  }
}
