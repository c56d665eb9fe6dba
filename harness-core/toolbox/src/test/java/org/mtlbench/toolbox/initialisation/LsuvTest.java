package org.mtlbench.toolbox.initialisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Chain;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;

class LsuvTest {
  private static final Randomness RANDOM = new Randomness(11);
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** A trunk and a head. */
  private static final class Example implements Model {
    private final Chain trunk;
    private final Chain head;

    Example(NDManager manager) {
      trunk =
          Chain.of(
              "trunk",
              List.of(
                  new Convolution(3, 6, 3),
                  new MaxPool(2),
                  new BatchNorm(6),
                  Activation.RELU,
                  new Convolution(6, 40, 2),
                  Activation.RELU,
                  new Flatten(),
                  new Linear(160, 12),
                  Activation.RELU),
              Role.TRUNK,
              true,
              false,
              manager,
              RANDOM);
      head =
          Chain.of(
              "head1",
              List.of(new Linear(12, 5), Activation.LOG_SOFTMAX),
              Role.task(0),
              false,
              true,
              manager,
              RANDOM);
    }

    @Override
    public List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
      NDArray input = inputs.get(0);
      return List.of(head.forward(trunk.forward(input, mode), mode));
    }

    @Override
    public List<Parameter> parameters() {
      return Stream.of(trunk, head).flatMap(c -> c.parameters().stream()).toList();
    }
  }

  private NDArray batch() {
    RandomGenerator generator = RANDOM.stream("batch");
    float[] values = new float[64 * 8 * 8 * 3];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (0.3 + 4 * generator.nextGaussian());
    }
    return manager.create(values, new Shape(64, 8, 8, 3)).transpose(0, 3, 1, 2);
  }

  private static Map<Parameter, Double> deviations(Model model, NDArray batch) {
    Map<Parameter, Double> deviations = new HashMap<>();
    model.predict(
        batch,
        ForwardMode.probing(
            (parameter, output) -> {
              float[] values = output.toFloatArray();
              double mean = 0;
              for (float v : values) {
                mean += v / (double) values.length;
              }
              double variance = 0;
              for (float v : values) {
                variance += (v - mean) * (v - mean) / values.length;
              }
              deviations.put(parameter, Math.sqrt(variance));
            }));
    return deviations;
  }

  @Test
  void scalesOutputsToUnitDeviation() {
    Model model = new Example(manager);
    NDArray batch = batch();
    assertThat(deviations(model, batch).values()).anyMatch(d -> Math.abs(d - 1) > 0.1);
    Lsuv.initialise(model, List.of(batch), RANDOM);
    assertThat(deviations(model, batch))
        .hasSize(4)
        .allSatisfy((parameter, d) -> assertThat(d).as(parameter.name()).isCloseTo(1, within(0.1)));
  }

  @Test
  void zeroesBiasesAndKeepsNormalisations() {
    Model model = new Example(manager);
    Lsuv.initialise(model, List.of(batch()), RANDOM);
    for (Parameter parameter : model.parameters()) {
      if (parameter.name().endsWith(".bias") || parameter.name().endsWith(".mean")) {
        assertThat(parameter.value().toFloatArray()).as(parameter.name()).containsOnly(0f);
      }
      if (parameter.name().endsWith(".scale") || parameter.name().endsWith(".variance")) {
        assertThat(parameter.value().toFloatArray()).as(parameter.name()).containsOnly(1f);
      }
    }
  }

  @Test
  void kernelsAndMatricesAreOrthogonal() {
    Model model = new Example(manager);
    Lsuv.initialise(model, List.of(batch()), RANDOM);
    for (Parameter parameter : model.parameters()) {
      if (!parameter.hasRows()) {
        continue;
      }
      NDArray matrix = parameter.value().reshape(parameter.value().getShape().get(0), -1);
      boolean wide = matrix.getShape().get(1) > matrix.getShape().get(0);
      NDArray gram = wide ? matrix.matMul(matrix.transpose()) : matrix.transpose().matMul(matrix);
      int n = (int) gram.getShape().get(0);
      float square = gram.getFloat(0, 0);
      assertThat(square).isPositive();
      assertThat(gram.div(square).sub(manager.eye(n)).abs().max().getFloat())
          .as(parameter.name())
          .isLessThan(1e-5f);
    }
  }

  @Test
  void isDeterministicPerSeed() {
    Model one = new Example(manager);
    Model two = new Example(manager);
    Lsuv.initialise(one, List.of(batch()), RANDOM);
    Lsuv.initialise(two, List.of(batch()), RANDOM);
    for (int i = 0; i < one.parameters().size(); i++) {
      assertThat(one.parameters().get(i).value().toFloatArray())
          .containsExactly(two.parameters().get(i).value().toFloatArray());
    }
  }

  @Test
  void scalesHeadsLast() {
    // the output layer runs first, and what it reads is scaled only afterwards
    Parameter probe = linear("a", Position.OUTPUT);
    Parameter inner = linear("b", Position.HIDDEN);
    Model model =
        new Model() {
          @Override
          public List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
            NDArray input = inputs.get(0);
            NDArray hidden = input.matMul(inner.value().transpose());
            NDArray output = hidden.matMul(probe.value().transpose());
            mode.probe().accept(probe, output);
            mode.probe().accept(inner, hidden);
            return List.of(output);
          }

          @Override
          public List<Parameter> parameters() {
            return List.of(probe, inner);
          }
        };
    NDArray batch = manager.create(new float[] {9, -3, 5, 1, 0, 7, -8, 2}, new Shape(4, 2));
    Lsuv.initialise(model, List.of(batch), RANDOM);
    assertThat(deviations(model, batch).values())
        .allSatisfy(d -> assertThat(d).isCloseTo(1, within(0.1)));
  }

  private Parameter linear(String name, Position position) {
    return new Parameter(
        name + ".weight",
        manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2)),
        Parameter.Kind.MATRIX,
        Role.TRUNK,
        position);
  }

  @Test
  void deadLayerStaysFinite() {
    Model model = new Example(manager);
    Lsuv.initialise(model, List.of(manager.zeros(new Shape(4, 3, 8, 8))), RANDOM);
    for (Parameter parameter : model.parameters()) {
      assertThat(parameter.value().isNaN().any().getBoolean()).as(parameter.name()).isFalse();
      assertThat(parameter.value().isInfinite().any().getBoolean()).as(parameter.name()).isFalse();
    }
  }

  @Test
  void doesNotLeakArraysAndKeepsGradientMode() {
    Model model = new Example(manager);
    NDArray batch = batch();
    int before = manager.getManagedArrays().size();
    try (GradientMode on = GradientMode.on()) {
      Lsuv.initialise(model, List.of(batch), RANDOM);
      assertThat(GradientMode.recording()).isTrue();
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
    assertThat(model.parameters())
        .filteredOn(Parameter::trainable)
        .allSatisfy(p -> assertThat(p.value().hasGradient()).isTrue());
  }
}
