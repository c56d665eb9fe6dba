package org.mtlbench.toolbox.initialisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.random.Randomness;

class OrthonormalTest {
  @ParameterizedTest
  @CsvSource({"4, 4", "3, 11", "11, 3", "1, 5", "5, 1", "50, 2880"})
  void shorterSideIsOrthonormal(int rows, int columns) {
    float[] m = Orthonormal.matrix(rows, columns, new Randomness(3).stream("q"));
    boolean wide = columns > rows;
    int vectors = Math.min(rows, columns);
    for (int a = 0; a < vectors; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int i = 0; i < Math.max(rows, columns); i++) {
          dot +=
              wide
                  ? (double) m[a * columns + i] * m[b * columns + i]
                  : (double) m[i * columns + a] * m[i * columns + b];
        }
        assertThat(dot).isCloseTo(a == b ? 1 : 0, within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2, 2"})
  void everyDirectionIsEquallyLikely(int rows, int columns) {
    double mean = 0;
    int draws = 2000;
    for (int i = 0; i < draws; i++) {
      mean += Orthonormal.matrix(rows, columns, new Randomness(i).stream("q"))[0] / draws;
    }
    // cos of a uniform angle: mean 0, standard error 0.0158
    assertThat(mean).isCloseTo(0, within(0.06));
  }
}
