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
    ClaimChecks checks = new ClaimChecks(tasks -> new Reversed(TrainingConfig.standard()), 1e-4, 0);
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> checks.check(claim));
  }

  /** The mean in the first step, and no claim afterwards. */
  private static final class OnlyFirst implements Aggregation {
    private Aggregation next = new Mean(TrainingConfig.standard());

    @Override
    public TrainingConfig training() {
      return TrainingConfig.standard();
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      Update update = next.aggregate(gradients);
      next = new Reversed(TrainingConfig.standard());
      return update;
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NON_CONFLICTING")
  void detectsClaimsThatHoldInFirstStepOnly(Claim claim) {
    assertThatCode(() -> new ClaimChecks(tasks -> new OnlyFirst(), 1e-4, 0).check(claim))
        .doesNotThrowAnyException();
    ClaimChecks later = new ClaimChecks(tasks -> new OnlyFirst(), 1e-4, 1);
    assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> later.check(claim));
  }

  @ParameterizedTest
  @EnumSource
  void meanSatisfiesAllClaimsButOne(Claim claim) {
    ClaimChecks checks = new ClaimChecks(tasks -> new Mean(TrainingConfig.standard()), 1e-4, 0);
    if (claim == Claim.NON_CONFLICTING) {
      assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> checks.check(claim));
    } else {
      assertThatCode(() -> checks.check(claim)).doesNotThrowAnyException();
    }
  }
}
