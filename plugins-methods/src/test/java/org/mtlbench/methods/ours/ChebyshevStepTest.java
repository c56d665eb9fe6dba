package org.mtlbench.methods.ours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.methods.ours.chebyshev.AugmentedLagrangian;
import org.mtlbench.methods.ours.chebyshev.Constraint;
import org.mtlbench.methods.ours.chebyshev.ScalarAdam;
import org.mtlbench.methods.ours.chebyshev.WeightedChebyshev;
import org.mtlbench.methods.ours.growl.GrowlMode;
import org.mtlbench.methods.ours.growl.GrowlObjective;
import org.mtlbench.methods.ours.growl.ThetaPattern;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.toolbox.optimiser.Sgd;
import org.mtlbench.toolbox.training.BatchLoop;

class ChebyshevStepTest {
  private static final double RATE = 0.01;

  /** The hidden parameter after one step of plain SGD, and what the step saw. */
  private record Moved(float[] before, float[] after, double[] seen, double t) {}

  private static Moved step(double k0, GrowlMode mode) {
    try (NDManager manager = NDManager.newBaseManager()) {
      TinyProblem problem = new TinyProblem(manager, 1);
      Network network = problem.network("network");
      Parameter hidden =
          network.parameters().stream()
              .filter(p -> p.name().equals("trunk.linear.weight"))
              .findFirst()
              .orElseThrow();
      double rest = (1 - k0) / 2;
      AugmentedLagrangian lagrangian =
          new AugmentedLagrangian(
              new WeightedChebyshev(new double[] {k0, rest, rest}, new double[3]),
              Constraint.EQUALITY,
              2.5e-8,
              2);
      ChebyshevStep step =
          new ChebyshevStep(
              network,
              problem.tasks(),
              List.of(hidden),
              Optional.of(new GrowlObjective(List.of(hidden), ThetaPattern.SPIKE, 0.8, 0.2)),
              mode);
      float[] before = hidden.value().toFloatArray();
      double[][] seen = new double[1][];
      try (AugmentedLagrangian.Epoch epoch = lagrangian.begin(0.25, new ScalarAdam(), manager)) {
        BatchLoop.train(
            problem,
            "step",
            1,
            300,
            batch ->
                seen[0] =
                    step.run(batch, epoch, new Sgd(0, 0), List.of(), RATE)
                        .values()
                        .all()
                        .toDoubleArray());
        return new Moved(before, hidden.value().toFloatArray(), seen[0], epoch.end());
      }
    }
  }

  @Test
  void growlGradientReachesNetworkInGradientModeOnly() {
    Moved with = step(0.5, GrowlMode.GRADIENT);
    Moved without = step(0.5, GrowlMode.PROXIMAL);
    assertThat(with.before()).isEqualTo(without.before());
    assertThat(with.seen()).isEqualTo(without.seen());

    try (NDManager manager = NDManager.newBaseManager()) {
      Network network = new TinyProblem(manager, 1).network("network");
      Parameter hidden =
          network.parameters().stream()
              .filter(p -> p.name().equals("trunk.linear.weight"))
              .findFirst()
              .orElseThrow();
      NDArray gradient =
          new GrowlObjective(List.of(hidden), ThetaPattern.SPIKE, 0.8, 0.2)
              .evaluate()
              .gradients()
              .get(0);
      float[] growl = gradient.toFloatArray();
      // lambda_0 k_0 = 1/6; eps adds 1e-4 / 3 of the preferences' sum
      double weight = 0.5 / 3 + 1e-4 / 3;
      for (int i = 0; i < growl.length; i++) {
        assertThat((double) (without.after()[i] - with.after()[i]))
            .isCloseTo(RATE * weight * growl[i], within(1e-6));
      }
    }
  }

  @Test
  void tMovesAgainstItsGradient() {
    Moved moved = step(0.5, GrowlMode.GRADIENT);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += AugmentedLagrangian.Values.constraint(moved.seen(), i);
    }
    // the slope is -mu sum H: with H positive in sum, t grows
    assertThat(Math.signum(moved.t() - 0.25)).isEqualTo(Math.signum(sum));
    assertThat(moved.t()).isNotEqualTo(0.25);
  }
}
