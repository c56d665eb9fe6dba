package org.mtlbench.methods.alternating;

import java.util.List;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Sum of losses, one update per batch (Pascal et al. 2022): bitwise equal to {@code ls} with unit
 * weights, and additionally reports the exploration measures. The update has the scale of the sum
 * of the losses.
 */
public final class SusPlugin implements MethodPlugin<TrainingConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "sus",
            "SUS",
            "Pascal et al., Improved optimization strategies for deep Multi-Task Networks, arXiv"
                + " 2109.11678, 2022",
            List.of("one backward pass per step", "logs exploration"))
        .withLink("https://arxiv.org/abs/2109.11678");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    int tasks = context.dataset().tasks().size();
    return new Alternation(config, tasks, tasks, Alternation.Memory.SHARED);
  }
}
