package org.mtlbench.toolbox.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDScope;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.training.TrainingConfig;

class SgdTest extends OptimiserTestBase {
  @Test
  void takesThreeHandWorkedStepsWithMomentum() {
    Sgd sgd = new Sgd(0.9, 0);
    Weight w = weight("w", 1);
    // b = 0.5
    step(sgd, w, 0.5, 0.1);
    assertThat(value(w)).isCloseTo(0.95, within(1e-14));
    // b = 0.45 - 1 = -0.55
    step(sgd, w, -1, 0.1);
    assertThat(value(w)).isCloseTo(1.005, within(1e-14));
    // b = -0.495 + 0.25 = -0.245
    step(sgd, w, 0.25, 0.1);
    assertThat(value(w)).isCloseTo(1.0295, within(1e-14));
  }

  @Test
  void addsWeightDecayToTheGradient() {
    Sgd sgd = new Sgd(0.9, 0.01);
    Weight w = weight("w", 1);
    // b = 0.51; then 0.459 - 1 + 0.00949 = -0.53151
    step(sgd, w, 0.5, 0.1);
    assertThat(value(w)).isCloseTo(0.949, within(1e-14));
    step(sgd, w, -1, 0.1);
    assertThat(value(w)).isCloseTo(1.002151, within(1e-14));
  }

  @Test
  void isPlainDescentWithoutMomentum() {
    Sgd sgd = new Sgd(0, 0);
    Weight w = weight("w", 1);
    step(sgd, w, 2, 0.25);
    step(sgd, w, -1, 0.25);
    assertThat(value(w)).isEqualTo(0.75);
    // the weight alone: no buffer is kept
    assertThat(manager.getManagedArrays()).hasSize(1);
  }

  @Test
  void keepsTheMomentumOfEachWeightApart() {
    Sgd sgd = new Sgd(0.9, 0);
    Weight early = weight("early", 1);
    step(sgd, early, 100, 0.1);
    Weight late = weight("late", 1);
    step(sgd, late, 0.5, 0.1);
    assertThat(value(late)).isCloseTo(0.95, within(1e-14));
  }

  @Test
  void goesOnFromSavedState() {
    Sgd undisturbed = new Sgd(0.9, 0);
    Weight whole = weight("w", 1);
    Memory memory = new Memory(Map.of());
    undisturbed.state("sgd", memory);
    step(undisturbed, whole, 0.5, 0.1);
    Map<String, double[]> saved = memory.save();
    assertThat(saved).containsOnlyKeys("sgd.w.momentum");
    Weight resumed = weight("w", value(whole));
    step(undisturbed, whole, -1, 0.1);

    Sgd fresh = new Sgd(0.9, 0);
    fresh.state("sgd", new Memory(saved));
    step(fresh, resumed, -1, 0.1);
    assertThat(value(resumed)).isEqualTo(value(whole));
  }

  @Test
  void leaksNothingWithAndWithoutAScope() {
    Sgd sgd = new Sgd(0.9, 0.01);
    Weight w = weight("w", 1);
    for (int i = 0; i < 100; i++) {
      step(sgd, w, i, 0.1);
    }
    assertThat(manager.getManagedArrays()).hasSize(2);

    Weight scoped = weight("scoped", 1);
    for (int i = 0; i < 100; i++) {
      try (NDScope scope = new NDScope()) {
        sgd.update(scoped, manager.create(new double[] {i}), 0.1);
      }
    }
    assertThat(manager.getManagedArrays()).hasSize(4);
  }

  @Test
  void refusesBadNumbers() {
    assertThatThrownBy(() -> new Sgd(Double.NaN, 0)).hasMessageContaining("momentum: found NaN");
    assertThatThrownBy(() -> new Sgd(0, -1)).hasMessageContaining("weight decay: found -1.0");
  }

  @Test
  void theFactoryFollowsTheConfig() {
    Weight w = weight("w", 1);
    Optimiser sgd = Optimisers.of(TrainingConfig.sgd(1, 0.1, 1, 1));
    assertThat(sgd).isInstanceOf(Sgd.class);
    step(sgd, w, 1, 0.1);
    step(sgd, w, 1, 0.1);
    assertThat(value(w)).isCloseTo(1 - 0.1 - 0.19, within(1e-14));
    assertThat(Optimisers.of(TrainingConfig.adam(1, 0.1, 1, 1))).isInstanceOf(Adam.class);
  }

  @Test
  void afterAResetItIsAsGoodAsNewEvenIfItHadDiverged() {
    Sgd used = new Sgd(0.9, 0);
    Weight w = weight("w", 1);
    Memory memory = new Memory(Map.of());
    used.state("o", memory);
    step(used, w, 3, 0.1);
    step(used, w, Double.NaN, 0.1);
    used.reset();
    assertThat(memory.save().values()).allSatisfy(v -> assertThat(v).containsOnly(0));

    Sgd fresh = new Sgd(0.9, 0);
    Weight other = weight("other", 1);
    w.value().set(new double[] {1});
    for (double gradient : new double[] {0.5, -1, 0.25}) {
      step(used, w, gradient, 0.1);
      step(fresh, other, gradient, 0.1);
    }
    assertThat(value(w)).isEqualTo(value(other));
  }
}
