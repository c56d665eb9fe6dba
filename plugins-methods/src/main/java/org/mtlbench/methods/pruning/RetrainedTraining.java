package org.mtlbench.methods.pruning;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Keys of a training on a weighted sum of the losses in two phases: one that selects zero rows, and
 * one that retrains the others.
 */
record RetrainedTraining(
    @ConfigKey(
            value = "weight of each task's loss; empty means 1/m for each",
            allowed = "one finite number per task, at least 0")
        List<Double> weights,
    @ConfigKey(
            value =
                "share of the epochs in which the network is retrained with the pruned rows at zero;"
                    + " each phase has at least one epoch",
            allowed = "0 to 1")
        double retrainShare,
    @JsonUnwrapped TrainingConfig training) {
  RetrainedTraining {
    weights = List.copyOf(weights);
    boolean valid = weights.stream().allMatch(w -> Double.isFinite(w) && w >= 0);
    boolean positive = weights.isEmpty() || weights.stream().anyMatch(w -> w > 0);
    Checks.start()
        .that(valid, "weights", weights, "finite numbers, at least 0")
        .that(positive, "weights", weights, "at least one weight greater than 0")
        .between("retrain-share", retrainShare, 0, 1)
        .that(training.epochs() >= 2, "epochs", training.epochs(), "at least 2, one for each phase")
        .finish();
  }

  /** Equal weights and half of the epochs for each phase; otherwise the training of {@code ls}. */
  static RetrainedTraining standard() {
    return new RetrainedTraining(List.of(), 0.5, TrainingConfig.standard());
  }

  /**
   * The number of epochs of the retraining; the others belong to the search.
   *
   * @param all epochs of both phases, at least 2
   * @return from 1 to {@code all - 1}
   */
  int retrainEpochs(int all) {
    return (int) Math.max(1, Math.min(all - 1, Math.round(all * retrainShare)));
  }
}
