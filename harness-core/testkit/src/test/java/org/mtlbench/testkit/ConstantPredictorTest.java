package org.mtlbench.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Loss;
import org.mtlbench.api.dataset.Metric;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.dataset.Task;
import org.mtlbench.toolbox.training.ConstantPredictor;

class ConstantPredictorTest {
  private static final List<Task> TASKS =
      List.of(
          Task.classification("digit", 4),
          new Task("height", 1, Loss.MEAN_SQUARED_ERROR, Metric.SQUARED_ERROR),
          new Task("place", 2, Loss.MEAN_SQUARED_ERROR, Metric.SQUARED_ERROR));

  /** The test split's own majority differs from that of the training split. */
  private record Given(Split training, Split test) implements Dataset {
    static Given of(NDManager manager) {
      return new Given(
          split(manager, new long[] {3, 1, 3, 0, 1, 3}, new float[] {1, 1, 2, 2, 3, 3}),
          split(manager, new long[] {1, 1, 3, 1, 2}, new float[] {2, 4, 2, 0, 2}));
    }

    private static Split split(NDManager manager, long[] classes, float[] values) {
      NDArray heights = manager.create(values);
      return new Split(
          manager.zeros(new Shape(classes.length, 1, 1, 1), DataType.UINT8),
          List.of(manager.create(classes), heights, heights.expandDims(1).repeat(1, 2).mul(10)));
    }

    @Override
    public Split split(SplitName name) {
      return name == SplitName.TRAIN ? training : test;
    }

    @Override
    public NDArray prepare(NDArray images) {
      return images.toType(DataType.FLOAT32, true);
    }
  }

  @Test
  void answersWithTheMajorityOrTheMeanOfTheTrainingTargets() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Dataset dataset = Given.of(manager);

      double[] training = ConstantPredictor.scores(dataset, TASKS, SplitName.TRAIN);
      double[] test = ConstantPredictor.scores(dataset, TASKS, SplitName.TEST);

      // Class 3 and height 2; the mean of the test targets' squared distances from 2 is 8 / 5.
      assertThat(training[0]).isEqualTo(0.5);
      assertThat(test[0]).isEqualTo(0.2);
      assertThat(training[1]).isCloseTo(4.0 / 6, within(1e-6));
      assertThat(test[1]).isCloseTo(1.6, within(1e-6));
      assertThat(test[2]).isCloseTo(160, within(1e-4));
    }
  }

  @Test
  void ofEquallyFrequentClassesTheFirstCounts() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray answer = Metric.ACCURACY.constant(manager.create(new long[] {2, 1, 1, 2}), 3);

      assertThat(answer.toFloatArray()).containsExactly(0, 1, 0);
    }
  }

  @Test
  void leavesNoTensorBehind() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Dataset dataset = Given.of(manager);
      int before = manager.getManagedArrays().size();

      ConstantPredictor.scores(dataset, TASKS, SplitName.TEST);

      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }
}
