package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.training.TrainingConfig;

/** The checks are worth something if they find the claims that do not hold. */
class ClaimChecksTest {
  /** Follows minus the first gradient over its squared length, which keeps no claim. */
  private record Reversed(TrainingConfig training) implements Aggregation {
    @Override
    public Update aggregate(TaskGradients gradients) {
      double[] weights = new double[gradients.tasks()];
      double square = gradients.gramian()[0][0];
      weights[0] = square == 0 ? 0 : -1 / square;
      return Update.ofTrunk(weights);
    }
  }

  private record Mean(TrainingConfig training) implements Aggregation {
    @Override
    public Update aggregate(TaskGradients gradients) {
      double[] weights = new double[gradients.tasks()];
      Arrays.fill(weights, 1.0 / weights.length);
      return Update.ofTrunk(weights);
    }
  }

  @ParameterizedTest
  @EnumSource
  void detectsViolatedClaims(Claim claim) {
    ClaimChecks checks = new ClaimChecks(tasks -> new Reversed(TrainingConfig.standard()), 1e-4);
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> checks.check(claim));
  }

  @ParameterizedTest
  @EnumSource
  void meanSatisfiesAllClaimsButOne(Claim claim) {
    ClaimChecks checks = new ClaimChecks(tasks -> new Mean(TrainingConfig.standard()), 1e-4);
    if (claim == Claim.NON_CONFLICTING) {
      assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> checks.check(claim));
    } else {
      assertThatCode(() -> checks.check(claim)).doesNotThrowAnyException();
    }
  }
}
