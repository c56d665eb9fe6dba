package org.mtlbench.toolbox.optimiser;

import org.mtlbench.api.training.OptimiserKind;
import org.mtlbench.api.training.TrainingConfig;

/** Creates the optimisers that a config can name. */
public final class Optimisers {
  private Optimisers() {}

  /**
   * Creates an optimiser.
   *
   * @param momentum momentum of SGD, at least 0; ignored by Adam
   * @param weightDecay L2 penalty added to the gradient, at least 0
   */
  public static Optimiser of(OptimiserKind kind, double momentum, double weightDecay) {
    return switch (kind) {
      case ADAM -> new Adam(weightDecay);
      case SGD -> new Sgd(momentum, weightDecay);
    };
  }

  /** Creates the optimiser of a training config. */
  public static Optimiser of(TrainingConfig config) {
    return of(config.optimiser(), config.momentum(), config.weightDecay());
  }

  static double notNegative(String what, double value) {
    if (!(Double.isFinite(value) && value >= 0)) {
      throw new IllegalArgumentException(
          what + ": found " + value + ", expected a finite number, at least 0");
    }
    return value;
  }
}
