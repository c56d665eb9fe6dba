package org.mtlbench.methods.ours.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowSimilarityTest {
  @Test
  void matchesHandWorkedValues() {
    // rows (3, 4), (6, 8), (-3, -4), (4, -3), (3, 4); squared norms 25, 100, 25, 25, 25
    float[] values = {3, 4, 6, 8, -3, -4, 4, -3, 3, 4};
    float[][] s = RowSimilarity.of(values, 5, 2);
    assertThat(s[0]).containsExactly(1, 0.5f, -1, 0, 1);
    assertThat(s[1]).containsExactly(0.5f, 1, -0.5f, 0, 0.5f);
  }

  @ParameterizedTest
  @CsvSource({"1, 7", "31, 5", "32, 1", "33, 50", "100, 32", "129, 3"})
  void matchesFormula(int rows, int columns) {
    float[] values = TrainedRows.of(rows, columns, rows);
    float[][] s = RowSimilarity.of(values, rows, columns);
    for (int i = 0; i < rows; i++) {
      assertThat(s[i]).hasSize(rows);
      for (int k = 0; k < rows; k++) {
        double larger = Math.max(dot(values, i, i, columns), dot(values, k, k, columns));
        double expected = dot(values, i, k, columns) / larger;
        assertThat((double) s[i][k]).isCloseTo(expected, within(1e-7));
        assertThat(s[i][k]).isBetween(-1f, 1f).isEqualTo(s[k][i]);
      }
      assertThat(s[i][i]).isEqualTo(1f);
    }
  }

  private static double dot(float[] values, int i, int k, int columns) {
    double sum = 0;
    for (int c = 0; c < columns; c++) {
      sum += (double) values[i * columns + c] * values[k * columns + c];
    }
    return sum;
  }

  @Test
  void tinyRowsDoNotUnderflow() {
    float[] values = {1e-30f, 0, 1e-30f, 1e-30f};
    assertThat(RowSimilarity.of(values, 2, 2)[0]).containsExactly(1, 0.5f);
  }

  @Test
  void zeroRowHasZeroSimilarity() {
    float[][] s = RowSimilarity.of(new float[] {0, 0, 1, 2, 0, 0}, 3, 2);
    assertThat(s[0]).containsExactly(0, 0, 0);
    assertThat(s[1]).containsExactly(0, 1, 0);
  }

  @Test
  void acceptsNoRows() {
    assertThat(RowSimilarity.of(new float[0], 0, 3)).isEmpty();
  }

  @Test
  void doesNotModifyMatrix() {
    float[] values = TrainedRows.of(40, 3, 1);
    float[] copy = values.clone();
    RowSimilarity.of(values, 40, 3);
    assertThat(Arrays.equals(values, copy)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY})
  void rejectsNonFiniteValues(float bad) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowSimilarity.of(new float[] {1, 2, 3, bad, 5, 6}, 2, 3))
        .withMessage("the entry in row 1, column 0 is %s, but must be finite", bad);
  }

  @Test
  void rejectsMismatchedSizes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowSimilarity.of(new float[5], 2, 3))
        .withMessage("there are 5 values for 2 rows of 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowSimilarity.of(new float[0], 2, 0))
        .withMessage("there are 0 values for 2 rows of 0");
  }
}
