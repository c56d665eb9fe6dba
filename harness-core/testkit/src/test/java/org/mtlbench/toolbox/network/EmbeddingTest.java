package org.mtlbench.toolbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.LayerContext;
import org.mtlbench.api.layer.LayerMisfitException;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;

class EmbeddingTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private Layer layer(Embedding spec) {
    return spec.create(
        new LayerContext(
            "trunk.embedding", Role.TRUNK, Position.HIDDEN, manager, new Randomness(3)));
  }

  /** Rows of the table: 0 to 2 for the first column, 3 and 4 for the second. */
  private Layer known() {
    Layer layer = layer(new Embedding(1, List.of(3, 2), 2));
    layer.parameters().get(0).value().set(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    return layer;
  }

  @Test
  void replacesCategoriesWithVectorsAndKeepsQuantities() {
    NDArray x = manager.create(new float[][] {{0.5f, 2, 0}, {-1, 0, 1}});
    NDArray y = known().forward(x, ForwardMode.EVALUATION);
    assertThat(y.getShape()).isEqualTo(new Shape(2, 5));
    assertThat(y.toFloatArray()).containsExactly(0.5f, 5, 6, 7, 8, -1, 1, 2, 9, 10);
  }

  @Test
  void acceptsOnlyCategoricalColumns() {
    Layer layer = layer(new Embedding(0, List.of(2), 3));
    NDArray y = layer.forward(manager.create(new float[][] {{1}, {0}}), ForwardMode.EVALUATION);
    float[] table = layer.parameters().get(0).value().toFloatArray();
    assertThat(y.toFloatArray())
        .containsExactly(table[3], table[4], table[5], table[0], table[1], table[2]);
  }

  @Test
  void sumsGradientsOverExamplesOfCategory() {
    Layer layer = known();
    Parameter weight = layer.parameters().get(0);
    NDArray x = manager.create(new float[][] {{0, 1, 0}, {0, 1, 1}, {0, 0, 1}});
    NDArray factors = manager.create(new float[][] {{0, 1, 2}, {0, 3, 4}, {0, 5, 6}});
    try (GradientMode on = GradientMode.on()) {
      NDArray y = layer.forward(x, ForwardMode.TRAINING);
      // the first value of each vector of example i counts factors[i]
      Backward.run(y.get(":, 1::2").mul(factors.get(":, 1:")).sum());
    }
    assertThat(weight.value().getGradient().toFloatArray())
        .containsExactly(new float[] {5, 0, 4, 0, 0, 0, 2, 0, 10, 0}, within(1e-6f));
  }

  @Test
  void initialisesFromStandardNormalDistribution() {
    Embedding spec = new Embedding(0, List.of(500), 20);
    float[] first = layer(spec).parameters().get(0).value().toFloatArray();
    double mean = mean(first, 1);
    assertThat(mean).isCloseTo(0, within(0.04));
    assertThat(mean(first, 2) - mean * mean).isCloseTo(1, within(0.06));
    assertThat(layer(spec).parameters().get(0).value().toFloatArray()).isEqualTo(first);
  }

  private static double mean(float[] values, int power) {
    double sum = 0;
    for (float value : values) {
      sum += Math.pow(value, power);
    }
    return sum / values.length;
  }

  @Test
  void hasNoNeuronRowsAndIsUnchangedByWidening() {
    Embedding spec = new Embedding(1, List.of(3, 2), 2);
    assertThat(layer(spec).parameters()).noneMatch(Parameter::hasRows);
    assertThat(LayerShapes.widened(List.of(spec, new Linear(5, 4)), new Shape(3), 2))
        .isEqualTo(Arrays.asList(spec, new Linear(5, 8)));
  }

  @Test
  void doesNotLeakArrays() {
    Layer layer = known();
    NDArray x = manager.create(new float[][] {{0, 1, 0}});
    int before = manager.getManagedArrays().size();
    try (NDScope scope = new NDScope()) {
      layer.forward(x, ForwardMode.EVALUATION);
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void rejectsInputsOfOtherWidth() {
    assertThatThrownBy(() -> new Embedding(1, List.of(3), 2).output(new Shape(3)))
        .isInstanceOf(LayerMisfitException.class)
        .hasMessageContaining("a flat input of 2 features");
  }
}
