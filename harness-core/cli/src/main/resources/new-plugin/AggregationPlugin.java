package @{package};

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Claim;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/** The mean of the task gradients, d = (g_1 + ... + g_K) / K. The weights sum to 1. */
public final class @{Name}Plugin implements MethodPlugin<TrainingConfig> {
  /** Contributes the plugin; listed in META-INF/services. */
  public static final class Contribution implements Bundle {
    @Override
    public void contribute(Registry registry) {
      registry.method(new @{Name}Plugin());
    }
  }

  @Override
  public Descriptor descriptor() {
    String citation = "";
    return new Descriptor(
        "@{id}", "@{title}", citation, List.of("one backward pass per task and step"));
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.adam(36, 2.5e-3, 0.5, 3);
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new Mean(config);
  }

  private record Mean(TrainingConfig training) implements Aggregation {
    /** The properties that the contract test checks on all gradients; adapt them to the direction. */
    @Override
    public Set<Claim> claims() {
      return Set.of(Claim.HOMOGENEOUS, Claim.LINEAR_UNDER_SCALING, Claim.STRONGLY_STATIONARY);
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      double[] weights = new double[gradients.tasks()];
      Arrays.fill(weights, 1.0 / gradients.tasks());
      return Update.weights(weights);
    }
  }
}
