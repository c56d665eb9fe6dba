package org.mtlbench.methods.imtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.methods.RandomGradients;
import org.mtlbench.methods.imtlg.ImtlG;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.given.GivenGradients;
import org.mtlbench.testkit.given.GivenStep;
import org.mtlbench.testkit.given.Jacobian;

/** IMTL-L, and IMTL with the same scales. */
class LossScalesTest {
  private static Weighting lossBalance(NDManager manager) {
    ImtlLPlugin plugin = new ImtlLPlugin();
    return (Weighting) plugin.create(plugin.defaults(), new TinyProblem(manager, 1).context());
  }

  @Test
  void weighsLossesAgainstOne() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Weighting balance = lossBalance(manager);
      GivenStep step = GivenStep.first(2, 0.5);
      assertThat(balance.weights(step)).containsExactly(1, 1);
      balance.afterStep(step);
      // the first step of Adam is the learning rate, 0.01
      assertThat(balance.weights(step))
          .containsExactly(new double[] {Math.exp(-0.01), Math.exp(0.01)}, within(1e-8));
    }
  }

  @Test
  void convergesToEqualScaledLosses() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Weighting balance = lossBalance(manager);
      GivenStep step = GivenStep.first(4, 0.2);
      for (int n = 0; n < 3000; n++) {
        balance.weights(step);
        balance.afterStep(step);
      }
      assertThat(balance.weights(step)).containsExactly(new double[] {0.25, 5}, within(0.05));
    }
  }

  @Test
  void imtlScalesHeadsAndKeepsProjectionsEqual() {
    try (NDManager manager = NDManager.newBaseManager()) {
      ImtlPlugin plugin = new ImtlPlugin();
      Aggregation imtl =
          (Aggregation) plugin.create(plugin.defaults(), new TinyProblem(manager, 1).context());
      GivenGradients gradients =
          GivenGradients.of(Jacobian.REFERENCE, new double[] {2, 0.5}, 0, manager);
      Update.Weights first = (Update.Weights) imtl.aggregate(gradients);
      assertThat(first.headWeights()).containsExactly(1, 1);
      assertThat(first.weights())
          .containsExactly(RandomGradients.weights(ImtlG::weights, Jacobian.REFERENCE));

      Update.Weights second = (Update.Weights) imtl.aggregate(gradients);
      double[] scales = {Math.exp(-0.01), Math.exp(0.01)};
      assertThat(second.headWeights()).containsExactly(scales, within(1e-8));
      Jacobian scaled = Jacobian.REFERENCE.scaled(" scaled", scales);
      double[] expected = scaled.combine(RandomGradients.weights(ImtlG::weights, scaled));
      assertThat(Jacobian.REFERENCE.combine(second.weights()))
          .containsExactly(expected, within(1e-6));
    }
  }
}
