package org.mtlbench.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.dataset.TensorSplit;
import org.mtlbench.toolbox.loss.Losses;
import org.mtlbench.toolbox.metric.Metrics;
import org.mtlbench.toolbox.task.Tasks;
import org.mtlbench.toolbox.training.ConstantPredictor;

class ConstantPredictorTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private record Given(Split training, Split test) implements Dataset {
    @Override
    public Split split(SplitName name) {
      return name == SplitName.TRAIN ? training : test;
    }

    @Override
    public List<NDArray> prepare(List<NDArray> raw) {
      return raw;
    }
  }

  private Given dataset(Labelled training, Labelled test) {
    return new Given(split(training), split(test));
  }

  private Split split(Labelled labels) {
    NDArray input = manager.zeros(new Shape(labels.size(), 1));
    return new TensorSplit(new Examples(List.of(input), List.of(labels)));
  }

  private Labelled classes(long... values) {
    return Labelled.complete(manager.create(values));
  }

  private Labelled columns(int width, float... values) {
    return Labelled.complete(manager.create(values, new Shape(values.length / width, width)));
  }

  private double[] scores(Task task, Labelled training, Labelled test) {
    Dataset dataset = dataset(training, test);
    return ConstantPredictor.fit(dataset, List.of(task), manager)
        .scores(dataset, SplitName.TEST, manager)[0];
  }

  private float[] answer(Task task, Labelled training) {
    return ConstantPredictor.fit(dataset(training, training), List.of(task), manager).answer(0);
  }

  @Test
  void predictsMostFrequentClass() {
    Task task = Tasks.classification("digit", 4);

    // 3 is the majority of the training targets only
    assertThat(scores(task, classes(3, 1, 3, 0, 1, 3), classes(1, 1, 3, 1, 2))[0]).isEqualTo(0.2);
  }

  @Test
  void predictsFirstOfEquallyFrequentClasses() {
    assertThat(answer(Tasks.classification("digit", 3), classes(2, 1, 1, 2)))
        .containsExactly(0, 1, 0);
  }

  @Test
  void predictsMeanOfEachColumn() {
    Task task =
        new Task(
            "place",
            new Target.Real(2),
            Losses.MEAN_SQUARED_ERROR,
            List.of(Metrics.RMSE, Metrics.MAE));

    double[] scores = scores(task, columns(2, 1, 10, 3, 30), columns(2, 2, 20, 4, 26));

    // the means are 2 and 20; squared errors of the test are 0, 0, 4 and 36
    assertThat(scores[0]).isCloseTo(Math.sqrt(10), within(1e-6));
    assertThat(scores[1]).isCloseTo(2, within(1e-6));
  }

  @Test
  void predictsLogOddsOfEachLabel() {
    Task task = Tasks.multiLabel("signs", 2);

    float[] answer = answer(task, columns(2, 1, 0, 1, 1, 1, 0, 0, 0));

    assertThat(answer[0]).isCloseTo((float) Math.log(3), within(1e-5f));
    assertThat(answer[1]).isCloseTo((float) -Math.log(3), within(1e-5f));
  }

  @Test
  void ignoresMissingLabels() {
    Labelled real =
        Labelled.masked(
            manager.create(new float[] {1, Float.NaN, 3}, new Shape(3, 1)),
            manager.create(new boolean[] {true, false, true}, new Shape(3, 1)));
    Labelled classes =
        Labelled.masked(
            manager.create(new long[] {1, -1, -1, 2, 2}),
            manager.create(new boolean[] {true, false, false, true, true}));

    assertThat(answer(Tasks.regression("height", 1), real)).containsExactly(2);
    assertThat(answer(Tasks.classification("kind", 3), classes)).containsExactly(0, 0, 1);
  }

  @Test
  void predictsSameValueForEveryPixel() {
    Task kinds = Tasks.segmentation("kinds", 2);
    Labelled map = Labelled.complete(manager.create(new long[] {1, 1, 0, 1}, new Shape(1, 2, 2)));
    Labelled depths =
        Labelled.masked(
            manager.create(new float[] {1, 2, 3, Float.NaN}, new Shape(1, 1, 2, 2)),
            manager.create(new boolean[] {true, true, true, false}, new Shape(1, 2, 2)));

    // class 1 everywhere: intersection over union 3 / 4 for class 1 and 0 for class 0
    assertThat(scores(kinds, map, map)).containsExactly(0.375, 0.75);
    assertThat(answer(Tasks.depth("depth"), depths)).containsExactly(2);
  }

  @Test
  void doesNotLeakTensors() {
    Task task = Tasks.classification("digit", 3);
    Dataset dataset = dataset(classes(2, 1, 1), classes(0, 1));
    int before = manager.getManagedArrays().size();

    ConstantPredictor.fit(dataset, List.of(task), manager).scores(dataset, SplitName.TEST, manager);

    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void rejectsMasksOfOtherType() {
    NDArray values = manager.zeros(new Shape(3), DataType.INT64);
    NDArray mask = manager.ones(new Shape(3), DataType.FLOAT32);

    assertThatThrownBy(() -> Labelled.masked(values, mask))
        .hasMessageContaining("expected boolean");
  }
}
