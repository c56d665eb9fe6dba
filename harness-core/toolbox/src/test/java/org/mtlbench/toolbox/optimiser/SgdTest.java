package org.mtlbench.toolbox.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDScope;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.training.TrainingConfig;

class SgdTest extends OptimiserTestBase {
  @Test
  void takesThreeHandWorkedStepsWithMomentum() {
    Sgd sgd = new Sgd(0.9, 0);
    Parameter p = parameter("w", 1);
    // b = 0.5
    step(sgd, p, 0.5, 0.1);
    assertThat(value(p)).isCloseTo(0.95, within(1e-14));
    // b = 0.45 - 1 = -0.55
    step(sgd, p, -1, 0.1);
    assertThat(value(p)).isCloseTo(1.005, within(1e-14));
    // b = -0.495 + 0.25 = -0.245
    step(sgd, p, 0.25, 0.1);
    assertThat(value(p)).isCloseTo(1.0295, within(1e-14));
  }

  @Test
  void addsWeightDecayToGradient() {
    Sgd sgd = new Sgd(0.9, 0.01);
    Parameter p = parameter("w", 1);
    // b = 0.51; then 0.459 - 1 + 0.00949 = -0.53151
    step(sgd, p, 0.5, 0.1);
    assertThat(value(p)).isCloseTo(0.949, within(1e-14));
    step(sgd, p, -1, 0.1);
    assertThat(value(p)).isCloseTo(1.002151, within(1e-14));
  }

  @Test
  void isPlainDescentWithoutMomentum() {
    Sgd sgd = new Sgd(0, 0);
    Parameter p = parameter("w", 1);
    step(sgd, p, 2, 0.25);
    step(sgd, p, -1, 0.25);
    assertThat(value(p)).isEqualTo(0.75);
    // the parameter alone: no buffer is kept
    assertThat(manager.getManagedArrays()).hasSize(1);
  }

  @Test
  void keepsMomentumPerParameter() {
    Sgd sgd = new Sgd(0.9, 0);
    Parameter early = parameter("early", 1);
    step(sgd, early, 100, 0.1);
    Parameter late = parameter("late", 1);
    step(sgd, late, 0.5, 0.1);
    assertThat(value(late)).isCloseTo(0.95, within(1e-14));
  }

  @Test
  void resumesFromSavedState() {
    Sgd undisturbed = new Sgd(0.9, 0);
    Parameter whole = parameter("w", 1);
    Memory memory = new Memory(Map.of());
    undisturbed.state("sgd", memory);
    step(undisturbed, whole, 0.5, 0.1);
    Map<String, double[]> saved = memory.save();
    assertThat(saved).containsOnlyKeys("sgd.w.momentum");
    Parameter resumed = parameter("w", value(whole));
    step(undisturbed, whole, -1, 0.1);

    Sgd fresh = new Sgd(0.9, 0);
    fresh.state("sgd", new Memory(saved));
    step(fresh, resumed, -1, 0.1);
    assertThat(value(resumed)).isEqualTo(value(whole));
  }

  @Test
  void doesNotLeakWithOrWithoutScope() {
    Sgd sgd = new Sgd(0.9, 0.01);
    Parameter p = parameter("w", 1);
    for (int i = 0; i < 100; i++) {
      step(sgd, p, i, 0.1);
    }
    assertThat(manager.getManagedArrays()).hasSize(2);

    Parameter scoped = parameter("scoped", 1);
    for (int i = 0; i < 100; i++) {
      try (NDScope scope = new NDScope()) {
        sgd.update(scoped, manager.create(new double[] {i}), 0.1);
      }
    }
    assertThat(manager.getManagedArrays()).hasSize(4);
  }

  @Test
  void rejectsInvalidArguments() {
    assertThatThrownBy(() -> new Sgd(Double.NaN, 0)).hasMessageContaining("momentum: found NaN");
    assertThatThrownBy(() -> new Sgd(0, -1)).hasMessageContaining("weight decay: found -1.0");
  }

  @Test
  void factoryUsesConfig() {
    Parameter p = parameter("w", 1);
    Optimiser sgd = Optimisers.of(TrainingConfig.sgd(1, 0.1, 1, 1));
    assertThat(sgd).isInstanceOf(Sgd.class);
    step(sgd, p, 1, 0.1);
    step(sgd, p, 1, 0.1);
    assertThat(value(p)).isCloseTo(1 - 0.1 - 0.19, within(1e-14));
    assertThat(Optimisers.of(TrainingConfig.adam(1, 0.1, 1, 1))).isInstanceOf(Adam.class);
  }

  @Test
  void resetRestoresInitialStateAfterDivergence() {
    Sgd used = new Sgd(0.9, 0);
    Parameter p = parameter("w", 1);
    Memory memory = new Memory(Map.of());
    used.state("o", memory);
    step(used, p, 3, 0.1);
    step(used, p, Double.NaN, 0.1);
    used.reset();
    assertThat(memory.save().values()).allSatisfy(v -> assertThat(v).containsOnly(0));

    Sgd fresh = new Sgd(0.9, 0);
    Parameter other = parameter("other", 1);
    p.value().set(new double[] {1});
    for (double gradient : new double[] {0.5, -1, 0.25}) {
      step(used, p, gradient, 0.1);
      step(fresh, other, gradient, 0.1);
    }
    assertThat(value(p)).isEqualTo(value(other));
  }
}
