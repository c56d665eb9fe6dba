package org.mtlbench.methods.graddrop;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.gradient.ScalarMath;

/**
 * Gradient sign dropout (Chen et al. 2020, algorithm 1): for each parameter, only the positive or
 * only the negative elements of the task gradients are added, the positive ones with probability P
 * = (1 + sum_t g_t / sum_t abs(g_t)) / 2. The direction, (P), keeps the positive elements where a
 * draw U from [0, 1) is below P, and the negative ones elsewhere; U comes from the step's
 * generator, one number per parameter in the order of the trunk's parameters, so results are
 * independent of the device. The direction has the scale of the sum of the losses; a single task
 * gives its gradient, and zero gradients give zero. Heads and monitors are updated with the
 * gradient of their own task.
 *
 * <p>The paper applies this to the gradients of the trunk's output, multiplied by its sign, as does
 * LibMTL. Here it is applied to the gradients of the trunk's parameters, as in TorchJD. The paper's
 * leak, the share of an element that is always added, is 0 for all tasks, and its function f is the
 * identity, as in both libraries by default.
 */
public final class GradDropPlugin implements MethodPlugin<TrainingConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "graddrop",
            "GradDrop",
            "Chen et al., Just Pick a Sign: Optimizing Deep Multitask Models with Gradient Sign"
                + " Dropout, NeurIPS 2020",
            List.of("one backward pass per task and step"))
        .withLink("https://arxiv.org/abs/2010.06808");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new SignDropout(config);
  }

  private record SignDropout(TrainingConfig training) implements Aggregation {
    /** It is zero only if all gradients are. */
    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.HOMOGENEOUS, Claim.STRONGLY_STATIONARY);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      NDArray rows = gradients.rows();
      int[] overTasks = {0};
      NDArray positive = ScalarMath.atLeast(rows, 0).sum(overTasks);
      NDArray negative = ScalarMath.atLeast(rows.neg(), 0).sum(overTasks);
      NDArray draws = rows.getManager().create(draws(positive.size(), gradients.random()));
      // P = positive / (positive + negative), without its division by 0.
      NDArray keepsPositive = draws.mul(positive.add(negative)).lt(positive);
      double[] ones = new double[gradients.tasks()];
      Arrays.fill(ones, 1);
      return Update.direction(NDArrays.where(keepsPositive, positive, negative.neg()), ones);
    }

    private static float[] draws(long parameters, RandomGenerator random) {
      float[] draws = new float[Math.toIntExact(parameters)];
      for (int p = 0; p < draws.length; p++) {
        draws[p] = random.nextFloat();
      }
      return draws;
    }
  }
}
