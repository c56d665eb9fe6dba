package org.mtlbench.methods.ours.growl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerCapTest {
  private static final LayerCap HALF = LayerCap.of(0.5, 1, 0);

  private final Random random = new Random(1);

  /** Several of these lose a row in floating point, 0.3 / 3 * 10 for one. */
  @ParameterizedTest
  @CsvSource({
    "0.3, 3, 1, 10, 1",
    "0.3, 3, 2, 10, 2",
    "0.3, 3, 3, 10, 3",
    "0.8, 3, 1, 2880, 768",
    "0.8, 3, 2, 2880, 1536",
    "0.8, 3, 3, 2880, 2304",
    "0.8, 3, 1, 320, 85",
    "0.3, 3, 1, 7200, 720",
    "0.15, 3, 3, 1152, 172",
    "0.7, 1, 1, 10, 7",
    "0.29, 1, 1, 100, 29",
    "0, 3, 3, 10, 0",
    "1, 3, 3, 10, 10",
    "1, 3, 1, 3, 1",
    "0.5, 2, 1, 0, 0"
  })
  void roundsDownExactly(double share, int iterations, int iteration, int rows, int expected) {
    assertThat(LayerCap.of(share, iterations, 0).limit(iteration, rows)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.5, 3, 5", "0.5, 7, 3", "0.5, 10, 0", "0.5, 12, 0", "1, 1, 9"})
  void keepsLeastNumberOfRows(double share, int minRows, int expected) {
    assertThat(LayerCap.of(share, 1, minRows).limit(1, 10)).isEqualTo(expected);
  }

  @Test
  void computesFloorExactly() {
    assertThat((int) Math.floor(0.3 / 3 * 10)).as("why decimals are used").isZero();
  }

  @ParameterizedTest
  @EnumSource
  void restoresNoRowBelowCap(Restore restore) {
    double[] before = {1, 2, 3, 4};
    double[] after = {0, 0, 1, 2};
    CapOutcome outcome = HALF.apply(1, before, after, restore, random);
    assertThat(outcome.limit()).isEqualTo(2);
    assertThat(outcome.newlyZero()).isEqualTo(2);
    assertThat(outcome.restored()).isEmpty();
    assertThat(outcome.zeroRows()).isEqualTo(2);
    assertThat(outcome.binding()).isFalse();
  }

  @Test
  void largestRestoresLargestNorms() {
    double[] before = {0.3, 0.9, 0.1, 0.7, 2, 0.5};
    double[] after = {0, 0, 0, 0, 1, 0};
    CapOutcome outcome = HALF.apply(1, before, after, Restore.LARGEST, random);
    assertThat(outcome.restored()).containsExactly(1, 3);
    assertThat(outcome.zeroRows()).isEqualTo(3);
    assertThat(outcome.binding()).isTrue();
  }

  @Test
  void largestBreaksTiesByIndex() {
    double[] before = {0.5, 0.5, 0.5, 0.5};
    CapOutcome outcome = HALF.apply(1, before, new double[4], Restore.LARGEST, random);
    assertThat(outcome.restored()).containsExactly(0, 1);
  }

  @ParameterizedTest
  @EnumSource
  void oldZerosCountButAreNotRestored(Restore restore) {
    // cap 3; two old zeros and three new ones make five, so two of the new ones come back
    double[] before = {0, 0.4, 0.3, 0, 0.2, 5};
    double[] after = {0, 0, 0, 0, 0, 4};
    for (int trial = 0; trial < 50; trial++) {
      CapOutcome outcome = HALF.apply(1, before, after, restore, random);
      assertThat(outcome.alreadyZero()).isEqualTo(2);
      assertThat(outcome.newlyZero()).isEqualTo(3);
      assertThat(outcome.restored()).hasSize(2).doesNotContain(0, 3, 5);
      assertThat(outcome.zeroRows()).isEqualTo(outcome.limit()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void allowsMoreOldZerosThanCap(Restore restore) {
    double[] before = {0, 0, 0, 1};
    CapOutcome outcome = HALF.apply(1, before, new double[4], restore, random);
    assertThat(outcome.restored()).containsExactly(3);
    assertThat(outcome.zeroRows()).isEqualTo(3);
  }

  @Test
  void randomIsUniform() {
    double[] before = {1, 2, 3, 4, 5, 6};
    double[] after = {0, 0, 0, 0, 0, 6};
    int[] drawn = new int[6];
    int trials = 5_000;
    for (int trial = 0; trial < trials; trial++) {
      int[] restored = HALF.apply(1, before, after, Restore.RANDOM, random).restored();
      assertThat(restored).hasSize(2).isSorted().doesNotHaveDuplicates();
      Arrays.stream(restored).forEach(row -> drawn[row]++);
    }
    assertThat(drawn[5]).isZero();
    for (int row = 0; row < 5; row++) {
      // 2 of 5 at a standard deviation of 35 draws
      assertThat(drawn[row]).isCloseTo(trials * 2 / 5, within(175));
    }
  }

  @Test
  void randomIsDeterministicPerSeed() {
    double[] before = IntStream.range(1, 101).asDoubleStream().toArray();
    int[] first = HALF.apply(1, before, new double[100], Restore.RANDOM, new Random(9)).restored();
    int[] again = HALF.apply(1, before, new double[100], Restore.RANDOM, new Random(9)).restored();
    int[] other = HALF.apply(1, before, new double[100], Restore.RANDOM, new Random(8)).restored();
    assertThat(again).containsExactly(first).hasSize(50);
    assertThat(other).isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.01, Double.NaN, Double.POSITIVE_INFINITY})
  void rejectsShareOutsideUnitInterval(double share) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerCap.of(share, 3, 0))
        .withMessage("the largest share of zero rows is %s, but must lie in [0, 1]", share);
  }

  @Test
  void rejectsBadCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LayerCap(BigDecimal.ONE, 0, 0))
        .withMessage("the number of iterations is 0, but must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerCap.of(0.3, 3, -1))
        .withMessage("the minimum number of rows is -1, but must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerCap.of(0.3, 3, 0).limit(4, 10))
        .withMessage("the iteration is 4, but must lie in 1..3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerCap.of(0.3, 3, 0).limit(0, 10))
        .withMessage("the iteration is 0, but must lie in 1..3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LayerCap.of(0.3, 3, 0).limit(1, -1))
        .withMessage("the number of rows is -1, but must be at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HALF.apply(1, new double[2], new double[3], Restore.LARGEST, random))
        .withMessage("there are 2 norms before the step and 3 after");
  }
}
