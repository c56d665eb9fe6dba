package org.mtlbench.methods.kdmtl;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.search.SearchConfig;

/** Config of KDMTL; the unwrapped training is that of the student. */
record KdmtlConfig(
    @ConfigKey(
            value =
                "candidates for the weights of the distillation losses; a single one is used"
                    + " without a search; empty means the protocol's grid",
            allowed = "lists of one finite number per task, at least 0")
        List<List<Double>> lambdas,
    @ConfigKey(
            "whether the distillation loss updates trunk and adaptors; false as in the authors' code,"
                + " which detaches it")
        boolean distillationGradient,
    @ConfigKey(value = "learning rate of the adaptors' Adam", allowed = "greater than 0")
        double adaptorLearningRate,
    @ConfigKey(value = "L2 penalty of the adaptors", allowed = "at least 0")
        double adaptorWeightDecay,
    @ConfigKey("training of the teachers, one single-task network per task") TrainingConfig teacher,
    @JsonUnwrapped TrainingConfig training,
    @JsonUnwrapped SearchConfig search) {
  KdmtlConfig {
    lambdas = lambdas.stream().map(List::copyOf).toList();
    Checks.start()
        .that(
            lambdas.stream()
                .allMatch(list -> list.stream().allMatch(x -> Double.isFinite(x) && x >= 0)),
            "lambdas",
            lambdas,
            "lists of finite numbers, at least 0")
        .positive("adaptor-learning-rate", adaptorLearningRate)
        .notNegative("adaptor-weight-decay", adaptorWeightDecay)
        .finish();
  }
}
