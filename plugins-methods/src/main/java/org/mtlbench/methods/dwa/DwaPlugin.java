package org.mtlbench.methods.dwa;

import java.util.List;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Dynamic weight average (Liu, Johns and Davison 2019): w = K softmax(r / tau) in epoch e, where
 * r_t = L_t(e-1) / L_t(e-2) are mean training losses; equal in the first two epochs. The weights
 * sum to K.
 */
public final class DwaPlugin implements MethodPlugin<DwaConfig> {
  private static final double TEMPERATURE = 2;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "dwa",
            "DWA",
            "Liu, Johns and Davison, End-to-End Multi-Task Learning with Attention, CVPR 2019",
            List.of("one backward pass per step", "mean losses of the last two epochs"))
        .withLink("https://arxiv.org/abs/1803.10704");
  }

  @Override
  public DwaConfig defaults() {
    return new DwaConfig(TEMPERATURE, TrainingConfig.standard());
  }

  @Override
  public Method create(DwaConfig config, MethodContext context) {
    return new DynamicWeightAverage(config, context.dataset().tasks().size());
  }
}
