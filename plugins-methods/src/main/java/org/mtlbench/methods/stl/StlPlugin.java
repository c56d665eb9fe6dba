package org.mtlbench.methods.stl;

import java.util.List;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.Initialisation;
import org.mtlbench.api.training.TrainingConfig;

/** Single-task learning: one network per task, trained one after the other. */
public final class StlPlugin implements MethodPlugin<TrainingConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor("stl", "STL", "", List.of("one network per task", "baseline of Delta_m"))
        .withRole(Descriptor.Role.SINGLE_TASK_BASELINE);
  }

  /**
   * Adam from 1e-2, halved after epochs 1, 31, 61 and 91 of 100. The learning rate is that of the
   * authors' public code, and so is PyTorch's default initialisation: with the paper's LSUV
   * initialisation, networks often lose all their units in the first epoch at this rate.
   */
  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.adam(100, 1e-2, 0.5, 30)
        .firstDecayAfter(1)
        .initialisedBy(Initialisation.PYTORCH);
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new Stl(config, context);
  }
}
