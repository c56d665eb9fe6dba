package org.mtlbench.methods.rlw;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Step;
import org.mtlbench.api.method.Weighting;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.weighting.Softmax;

/**
 * Random loss weighting (Lin et al. 2022): in each step w = softmax(x) with x drawn from N(0, I) in
 * K dimensions. The weights sum to 1.
 */
public final class RlwPlugin implements MethodPlugin<TrainingConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "rlw",
            "RLW",
            "Lin et al., Reasonable Effectiveness of Random Weighting: A Litmus Test for Multi-Task"
                + " Learning, TMLR 2022",
            List.of("one backward pass per step"))
        .withLink("https://arxiv.org/abs/2111.10603");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new RandomWeights(config);
  }

  private record RandomWeights(TrainingConfig training) implements Weighting {
    @Override
    public double[] weights(Step step) {
      RandomGenerator random = step.random();
      int tasks = step.losses().length;
      return Softmax.of(DoubleStream.generate(random::nextGaussian).limit(tasks).toArray());
    }
  }
}
