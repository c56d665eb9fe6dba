package org.mtlbench.methods.dbmtl;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.training.TrainingConfig;

/** Config of DB-MTL. */
record DbMtlConfig(
    @ConfigKey(
            value = "weight of earlier steps in the moving average of the gradients; 0 for none",
            allowed = "0 to 1, below 1")
        double beta,
    @ConfigKey(
            value = "exponent sigma of beta / n^sigma in step n; 0 for a constant weight",
            allowed = "at least 0")
        double betaDecay,
    @JsonUnwrapped TrainingConfig training) {
  DbMtlConfig {
    Checks.start()
        .that(beta >= 0 && beta < 1, "beta", beta, "a number of at least 0 and below 1")
        .notNegative("beta-decay", betaDecay)
        .finish();
  }
}
