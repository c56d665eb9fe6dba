package org.mtlbench.methods.imtl;

import java.util.List;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;

/**
 * Impartial learning, loss balance (Liu et al. 2021, IMTL-L): minimises sum_t e^{s_t} L_t - s_t
 * over the network and K scales s, which makes the scaled losses equal. The weights are e^{s_t}, 1
 * for every task at the start and 1 / L_t where s has converged, so the scaled losses do not depend
 * on the units of L_t, which must be above 0. The objective is twice that of {@code uw} with the
 * opposite sign of s.
 */
public final class ImtlLPlugin implements MethodPlugin<TrainingConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "imtl-l",
            "IMTL-L",
            "Liu et al., Towards Impartial Multi-task Learning, ICLR 2021",
            List.of("one backward pass per step", "learns its weights"))
        .withLink("https://openreview.net/forum?id=IMPnRXEWpvr");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new LossBalance(config, new LossScales(context.dataset().tasks().size()));
  }

  private record LossBalance(TrainingConfig training, LossScales scales) implements Weighting {
    @Override
    public double[] weights(Step step) {
      return scales.factors();
    }

    @Override
    public void afterStep(Step step) {
      scales.update(step.losses(), step.learningRate());
    }

    @Override
    public void state(StateRegistry registry) {
      scales.state(registry);
    }
  }
}
