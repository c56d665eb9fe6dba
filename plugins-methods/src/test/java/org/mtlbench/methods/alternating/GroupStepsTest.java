package org.mtlbench.methods.alternating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.optimiser.Adam;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.task.Tasks;
import org.mtlbench.toolbox.training.Batch;

/**
 * Three batches of one example each, worked by hand (in float64) for the network h_t a x with a =
 * 1, h = (0.5, -0.25), squared errors and Adam at a rate of 0.1. The first batch is x = 1, y = (1,
 * 0): the first task's error is -0.5, so that da = 2 (-0.5) 0.5 = -0.5 and dh_1 = -1; Adam's first
 * step moves both by 0.1. The second task then sees a = 1.1: its error is -1.275 (y = 1), da =
 * 0.6375.
 */
class GroupStepsTest {
  private static final double RATE = 0.1;
  private static final double[] X = {1, 2, 0.5};
  private static final double[][] Y = {{1, 1}, {0, -1}, {2, 0.5}};

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** Numbers of a checkpoint by name, read when asked for. */
  private static final class Numbers implements StateRegistry {
    private final Map<String, Supplier<Double>> all = new LinkedHashMap<>();

    @Override
    public void tensor(String name, NDArray tensor) {
      all.put(name, () -> (double) tensor.getFloat());
    }

    @Override
    public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {
      all.put(name, () -> read.get()[0]);
    }

    double get(String name) {
      return all.get(name).get();
    }
  }

  private static List<Task> tasks() {
    return List.of(Tasks.regression("first", 1), Tasks.regression("second", 1));
  }

  private Batch batch(int index) {
    List<Labelled> targets = new ArrayList<>();
    for (double y : Y[index]) {
      targets.add(Labelled.complete(manager.create(new float[] {(float) y}, new Shape(1, 1))));
    }
    NDArray input = manager.create(new float[] {(float) X[index]}, new Shape(1, 1));
    NDArray positions = manager.create(new long[] {index});
    return new Batch(List.of(input), targets, positions, 1, 1, index);
  }

  private static GroupSteps steps(
      ScalarNetwork network, Grouping grouping, List<Optimiser> optimisers) {
    return new GroupSteps(
        network, tasks(), grouping, optimisers, new Exploration(network.sharedParameters()));
  }

  private static double[] step(GroupSteps steps, Batch batch) {
    try (GradientMode on = GradientMode.on()) {
      float[] losses = steps.step(batch, RATE).toFloatArray();
      return IntStream.range(0, losses.length).mapToDouble(task -> losses[task]).toArray();
    }
  }

  @Test
  void separateOptimisersMatchHandWorkedExample() {
    ScalarNetwork network = ScalarNetwork.of(manager, 1, 0.5f, -0.25f);
    Numbers state = new Numbers();
    Adam first = new Adam();
    Adam second = new Adam();
    first.state("1", state);
    second.state("2", state);
    GroupSteps steps =
        steps(network, new Grouping(List.of(List.of(0), List.of(1))), List.of(first, second));

    assertThat(step(steps, batch(0))).containsExactly(new double[] {0.25, 1.625625}, within(1e-6));
    // both groups have made one step of 0.1 with a, in opposite directions
    assertThat(network.values()).containsExactly(new double[] {1, 0.6, -0.15}, within(1e-6));
    assertThat(state.get("1.a.first-moment")).isCloseTo(-0.05, within(1e-7));
    assertThat(state.get("1.a.second-moment")).isCloseTo(0.00025, within(1e-9));
    assertThat(state.get("2.a.first-moment")).isCloseTo(0.06375, within(1e-7));
    assertThat(state.get("2.a.second-moment")).isCloseTo(0.00040640625, within(1e-9));

    assertThat(step(steps, batch(1))).containsExactly(new double[] {1.44, 0.5163265}, within(1e-6));
    assertThat(network.values())
        .containsExactly(new double[] {0.9243435, 0.5408085, -0.1532890}, within(1e-6));
    assertThat(state.get("1.a.first-moment")).isCloseTo(0.243, within(1e-6));
    assertThat(state.get("2.a.first-moment")).isCloseTo(0.0142615, within(1e-6));

    assertThat(step(steps, batch(2)))
        .containsExactly(new double[] {3.0626875, 0.3236109}, within(1e-6));
    assertThat(network.values())
        .containsExactly(new double[] {0.8807452, 0.5173837, -0.1474828}, within(1e-6));
    assertThat(state.get("1.a.first-moment")).isCloseTo(0.1240556, within(1e-6));
    assertThat(state.get("1.a.second-moment")).isCloseTo(0.0094314, within(1e-6));
    assertThat(state.get("2.a.first-moment")).isCloseTo(0.0215555, within(1e-6));
    assertThat(state.get("2.a.second-moment")).isCloseTo(0.0005989, within(1e-6));
    // each state has advanced on its own group's steps alone
    assertThat(state.get("1.a.steps")).isEqualTo(3);
    assertThat(state.get("2.a.steps")).isEqualTo(3);
  }

  @Test
  void sharedOptimiserMatchesHandWorkedExample() {
    ScalarNetwork network = ScalarNetwork.of(manager, 1, 0.5f, -0.25f);
    Numbers state = new Numbers();
    Adam one = new Adam();
    one.state("1", state);
    GroupSteps steps =
        steps(network, new Grouping(List.of(List.of(0), List.of(1))), List.of(one, one));
    for (int index = 0; index < 3; index++) {
      step(steps, batch(index));
    }
    assertThat(network.values())
        .containsExactly(new double[] {0.9300991, 0.5109462, -0.1513348}, within(1e-6));
    assertThat(state.get("1.a.first-moment")).isCloseTo(0.1305659, within(1e-6));
    assertThat(state.get("1.a.second-moment")).isCloseTo(0.0114053, within(1e-6));
    assertThat(state.get("1.a.steps")).isEqualTo(6);
    assertThat(state.get("1.h1.steps")).isEqualTo(3);
  }

  @Test
  void headOutsideGroupDoesNotMove() {
    ScalarNetwork network = ScalarNetwork.of(manager, 1, 0.5f, -0.25f);
    Adam one = new Adam();
    step(steps(network, new Grouping(List.of(List.of(0, 1))), List.of(one)), batch(0));
    double[] before = network.values();
    // the second head has momentum now, and would drift on it
    try (GradientMode on = GradientMode.on()) {
      Grouping apart = new Grouping(List.of(List.of(0), List.of(1)));
      steps(network, apart, List.of(one, one)).step(0, batch(1), RATE);
    }
    double[] after = network.values();
    assertThat(after[0]).isNotEqualTo(before[0]);
    assertThat(after[1]).isNotEqualTo(before[1]);
    assertThat(after[2]).isEqualTo(before[2]);
  }

  @Test
  void explorationMeasuresPathAndDistance() {
    ScalarNetwork network = ScalarNetwork.of(manager, 1, 0.5f, -0.25f);
    GroupSteps steps =
        steps(
            network,
            new Grouping(List.of(List.of(0), List.of(1))),
            List.of(new Adam(), new Adam()));
    assertThat(steps.exploration().measures()).containsOnlyKeys("path-length", "distance");
    for (int index = 0; index < 3; index++) {
      step(steps, batch(index));
    }
    // a went 1, 1.1, 1, 0.9381, 0.9243, 0.8985, 0.8807
    Map<String, Double> measures = steps.exploration().measures();
    assertThat(measures.get("path-length")).isCloseTo(0.3192548, within(1e-6));
    assertThat(measures.get("distance")).isCloseTo(0.1192548, within(1e-6));
    assertThat(measures.get("path-per-distance")).isCloseTo(2.6770804, within(1e-4));
  }
}
