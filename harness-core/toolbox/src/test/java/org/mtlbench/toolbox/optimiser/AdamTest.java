package org.mtlbench.toolbox.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.toolbox.gradient.GradientMode;

class AdamTest extends OptimiserTestBase {
  @Test
  void takesThreeHandWorkedSteps() {
    Adam adam = new Adam();
    Parameter p = parameter("w", 1);
    // m = 0.05, v = 0.00025; corrected 0.5 and 0.25
    step(adam, p, 0.5, 0.1);
    assertThat(value(p)).isCloseTo(1 - 0.1 * 0.5 / (0.5 + 1e-8), within(1e-14));
    // m = 0.9*0.05 - 0.1 = -0.055, v = 0.999*0.00025 + 0.001 = 0.00124975
    step(adam, p, -1, 0.1);
    assertThat(value(p)).isCloseTo(0.9366103542405654, within(1e-14));
    // m = -0.0495 + 0.025 = -0.0245, v = 0.00131100025
    step(adam, p, 0.25, 0.1);
    assertThat(value(p)).isCloseTo(0.9502794203389762, within(1e-14));
  }

  @Test
  void addsWeightDecayToGradient() {
    Adam adam = new Adam(0.01);
    Parameter p = parameter("w", 1);
    // g = 0.51, -0.990999999980..., 0.259355236...
    step(adam, p, 0.5, 0.1);
    assertThat(value(p)).isCloseTo(0.9000000019607843, within(1e-14));
    step(adam, p, -1, 0.1);
    assertThat(value(p)).isCloseTo(0.9355236415321513, within(1e-14));
    step(adam, p, 0.25, 0.1);
    assertThat(value(p)).isCloseTo(0.9477812225953081, within(1e-14));
  }

  @Test
  void addsEpsilonAfterBiasCorrection() {
    Adam adam = new Adam();
    Parameter p = parameter("w", 0);
    step(adam, p, 5e-8, 1e-3);
    assertThat(value(p)).isCloseTo(-1e-3 * 5e-8 / (5e-8 + 1e-8), within(1e-16));
    step(adam, p, 5e-8, 1e-3);
    assertThat(value(p)).isCloseTo(-0.0016666666666666614, within(1e-16));
    step(adam, p, -1e-7, 1e-3);
    assertThat(value(p)).isCloseTo(-0.0016003881847327709, within(1e-16));
  }

  @Test
  void countsStepsPerParameter() {
    Adam adam = new Adam();
    Parameter early = parameter("early", 1);
    for (int i = 0; i < 50; i++) {
      step(adam, early, 3, 0.1);
    }
    Parameter late = parameter("late", 1);
    Parameter alone = parameter("alone", 1);
    Adam other = new Adam();
    for (double gradient : new double[] {0.5, -1, 0.25}) {
      step(adam, early, 3, 0.1);
      step(adam, late, gradient, 0.1);
      step(other, alone, gradient, 0.1);
    }
    assertThat(value(late)).isEqualTo(value(alone));
  }

  @Test
  void pausedParameterDoesNotMove() {
    Adam adam = new Adam();
    Parameter paused = parameter("paused", 1);
    step(adam, paused, 1, 0.1);
    double before = value(paused);
    step(adam, parameter("other", 1), 1, 0.1);
    assertThat(value(paused)).isEqualTo(before);
  }

  @Test
  void resumesFromSavedState() {
    Parameter whole = parameter("w", 1);
    Adam undisturbed = new Adam();
    Memory memory = new Memory(Map.of());
    undisturbed.state("adam", memory);
    step(undisturbed, whole, 0.5, 0.1);
    step(undisturbed, whole, -1, 0.1);
    Map<String, double[]> saved = memory.save();
    assertThat(saved)
        .containsOnlyKeys("adam.w.first-moment", "adam.w.second-moment", "adam.w.steps");
    Parameter resumed = parameter("w", value(whole));
    step(undisturbed, whole, 0.25, 0.1);

    Adam fresh = new Adam();
    fresh.state("adam", new Memory(saved));
    step(fresh, resumed, 0.25, 0.1);
    assertThat(value(resumed)).isEqualTo(value(whole));
  }

  @Test
  void registersEarlyAndLateParameters() {
    Adam adam = new Adam();
    step(adam, parameter("before", 1), 1, 0.1);
    Memory memory = new Memory(Map.of());
    adam.state("a", memory);
    step(adam, parameter("after", 1), 1, 0.1);
    assertThat(memory.readers).containsKeys("a.before.steps", "a.after.steps").hasSize(6);
  }

  @Test
  void keepsGradientAndGradientMode() {
    Parameter p = parameter("w", 1);
    try (GradientMode on = GradientMode.on();
        NDArray gradient = manager.create(new double[] {2})) {
      new Adam(0.1).update(p, gradient, 0.1);
      assertThat(gradient.toDoubleArray()).containsExactly(2);
      assertThat(GradientMode.recording()).isTrue();
    }
    assertThat(p.value().hasGradient()).isTrue();
  }

  @Test
  void worksInFloat32OnAnyShape() {
    Parameter p =
        new Parameter(
            "w",
            manager.ones(new Shape(3, 2, 5, 5)),
            Parameter.Kind.KERNEL,
            Role.TRUNK,
            Position.HIDDEN);
    new Adam().update(p, manager.full(new Shape(3, 2, 5, 5), -4f), 0.25);
    for (float v : p.value().toFloatArray()) {
      assertThat(v).isCloseTo(1.25f, within(1e-6f));
    }
  }

  @Test
  void jointUpdateEqualsSeparateUpdates() {
    Parameter first = parameter("first", 1);
    Parameter second = parameter("second", -2);
    Parameter alone = parameter("alone", -2);
    Adam together = new Adam(0.01);
    Adam apart = new Adam(0.01);
    for (double gradient : new double[] {0.5, -1, 0.25}) {
      try (NDArray g = manager.create(new double[] {3});
          NDArray h = manager.create(new double[] {gradient})) {
        together.update(List.of(first, second), List.of(g, h), 0.1);
      }
      step(apart, alone, gradient, 0.1);
    }
    assertThat(value(second)).isEqualTo(value(alone));
  }

  @Test
  void doesNotLeakWithOrWithoutScope() {
    Adam adam = new Adam(0.01);
    Parameter p = parameter("w", 1);
    for (int i = 0; i < 100; i++) {
      step(adam, p, i, 0.1);
    }
    // the parameter, its two moments and the number of its steps
    assertThat(manager.getManagedArrays()).hasSize(4);

    Parameter scoped = parameter("scoped", 1);
    for (int i = 0; i < 100; i++) {
      try (NDScope scope = new NDScope()) {
        adam.update(scoped, manager.create(new double[] {i}), 0.1);
      }
    }
    assertThat(manager.getManagedArrays()).hasSize(8);
  }

  @Test
  void rejectsNegativeWeightDecay() {
    assertThatThrownBy(() -> new Adam(-1)).hasMessageContaining("weight decay: found -1.0");
  }

  @Test
  void resetRestoresInitialStateAfterDivergence() {
    Adam used = new Adam();
    Parameter p = parameter("w", 1);
    Memory memory = new Memory(Map.of());
    used.state("o", memory);
    step(used, p, 3, 0.1);
    step(used, p, Double.NaN, 0.1);
    used.reset();
    assertThat(memory.save().values()).allSatisfy(v -> assertThat(v).containsOnly(0));

    Adam fresh = new Adam();
    Parameter other = parameter("other", 1);
    p.value().set(new double[] {1});
    for (double gradient : new double[] {0.5, -1, 0.25}) {
      step(used, p, gradient, 0.1);
      step(fresh, other, gradient, 0.1);
    }
    assertThat(value(p)).isEqualTo(value(other));
  }
}
