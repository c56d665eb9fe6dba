package org.mtlbench.methods.uw;

import java.util.List;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Uncertainty weighting (Kendall, Gal and Cipolla 2018): minimises sum_t L_t / (2 e^{s_t}) + s_t /
 * 2 over the network and the log-variances s. The weights are w_t = 1 / (2 e^{s_t}), 0.82 at the
 * start.
 */
public final class UwPlugin implements MethodPlugin<UwConfig> {
  private static final double START = -0.5;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "uw",
            "UW",
            "Kendall, Gal and Cipolla, Multi-Task Learning Using Uncertainty to Weigh Losses for Scene"
                + " Geometry and Semantics, CVPR 2018",
            List.of("one backward pass per step", "learns its weights"))
        .withLink("https://arxiv.org/abs/1705.07115");
  }

  @Override
  public UwConfig defaults() {
    return new UwConfig(START, TrainingConfig.standard());
  }

  @Override
  public Method create(UwConfig config, MethodContext context) {
    return new UncertaintyWeighting(config, context.dataset().tasks().size());
  }
}
