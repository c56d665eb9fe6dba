package org.mtlbench.methods.mgda;

import java.util.List;
import java.util.Set;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Multiple gradient descent (Sener and Koltun 2018, Algorithm 2): the update direction of the trunk
 * is the minimum-norm point in the convex hull of the task gradients. The weights sum to 1.
 */
public final class MgdaPlugin implements MethodPlugin<MgdaConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "mgda",
            "MGDA",
            "Sener and Koltun, Multi-Task Learning as Multi-Objective Optimization, NeurIPS 2018",
            List.of("one backward pass per task and step"))
        .withLink("https://arxiv.org/abs/1810.04650");
  }

  @Override
  public MgdaConfig defaults() {
    return new MgdaConfig(MgdaConfig.TaskSteps.SCALED, TrainingConfig.sgd(100, 1e-2, 0.5, 30));
  }

  @Override
  public Method create(MgdaConfig config, MethodContext context) {
    return new LeastNorm(config.taskSteps(), config.training(), new TwoTasks());
  }

  private record LeastNorm(
      MgdaConfig.TaskSteps taskSteps, TrainingConfig training, TwoTasks twoTasks)
      implements Aggregation {
    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.NON_CONFLICTING, Claim.HOMOGENEOUS);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      if (gradients.tasks() == 2) {
        return new Update.DeviceWeights(
            twoTasks.weights(gradients.gramianTensor()), taskSteps == MgdaConfig.TaskSteps.SCALED);
      }
      double[] weights = Mgda.weights(gradients.gramian());
      return switch (taskSteps) {
        case SCALED -> Update.weights(weights);
        case UNSCALED -> Update.ofTrunk(weights);
      };
    }
  }
}
