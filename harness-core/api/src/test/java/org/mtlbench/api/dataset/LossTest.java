package org.mtlbench.api.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class LossTest {
  @Test
  void negativeLogLikelihoodAndAccuracyByHand() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray logits = manager.create(new float[] {1, 2, 0, 0, 0, 3, 5, 5, 1}, new Shape(3, 3));
      NDArray target = manager.create(new long[] {1, 2, 2});
      NDArray output = logits.logSoftmax(1);
      double expected =
          (Math.log(1 + Math.exp(-1) + Math.exp(-2))
                  + Math.log(1 + 2 * Math.exp(-3))
                  + Math.log(2 * Math.exp(4) + 1))
              / 3;
      assertThat((double) Loss.NEGATIVE_LOG_LIKELIHOOD.of(output, target).getFloat())
          .isCloseTo(expected, within(1e-6));
      assertThat(Metric.ACCURACY.sum(output, target)).isEqualTo(2);
    }
  }

  @Test
  void squaredErrorByHandForOneOutputAndForSeveral() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray output = manager.create(new float[] {1, 2}, new Shape(2, 1));
      NDArray target = manager.create(new float[] {2, 4});
      assertThat(Loss.MEAN_SQUARED_ERROR.of(output, target).getFloat()).isEqualTo(2.5f);
      assertThat(Metric.SQUARED_ERROR.sum(output, target)).isEqualTo(5);
      NDArray wide = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
      assertThat(Loss.MEAN_SQUARED_ERROR.of(wide, wide.zerosLike()).getFloat()).isEqualTo(7.5f);
    }
  }
}
