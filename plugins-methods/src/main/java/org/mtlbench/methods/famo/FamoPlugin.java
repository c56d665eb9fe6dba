package org.mtlbench.methods.famo;

import java.util.List;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.weighting.PerTask;

/**
 * Fast adaptive multitask optimisation (Liu et al. 2023): descends sum_t z_t log(L_t - b_t) / c
 * with z = softmax(xi) and c = sum_t z_t / (L_t - b_t), both treated as constants; then xi is
 * updated from the decrease of the log-losses in this step, so that all log-losses decrease at the
 * same rate. The update has the scale of the mean loss: the weights of the losses, z_t / (c (L_t -
 * b_t)), sum to 1.
 */
public final class FamoPlugin implements MethodPlugin<FamoConfig> {
  private static final double WEIGHT_LEARNING_RATE = 0.025;
  private static final double REGULARISATION = 0.01;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "famo",
            "FAMO",
            "Liu et al., FAMO: Fast Adaptive Multitask Optimization, NeurIPS 2023",
            List.of("one backward and two forward passes per step", "learns its weights"))
        .withLink("https://arxiv.org/abs/2306.03792");
  }

  @Override
  public FamoConfig defaults() {
    return new FamoConfig(
        List.of(), WEIGHT_LEARNING_RATE, REGULARISATION, TrainingConfig.standard());
  }

  @Override
  public List<Problem> check(FamoConfig config, DatasetFacts dataset) {
    return PerTask.check("lower-bounds", config.lowerBounds(), dataset.tasks().size()).stream()
        .toList();
  }

  @Override
  public Method create(FamoConfig config, MethodContext context) {
    return new Famo(config, context.dataset().tasks().size());
  }
}
