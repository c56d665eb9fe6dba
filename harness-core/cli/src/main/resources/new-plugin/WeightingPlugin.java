package @{package};

import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/** Equal weights, w_t = 1 / K for each of K tasks. The weights sum to 1. */
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
    return new Descriptor("@{id}", "@{title}", citation, List.of("one backward pass per step"));
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.adam(36, 2.5e-3, 0.5, 3);
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new Equal(config);
  }

  private record Equal(TrainingConfig training) implements Weighting {
    @Override
    public double[] weights(Step step) {
      double[] weights = step.losses();
      Arrays.fill(weights, 1.0 / weights.length);
      return weights;
    }
  }
}
