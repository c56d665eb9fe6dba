package org.mtlbench.methods.conflictfree;

import ai.djl.ndarray.NDArray;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.method.Aggregation;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.TaskGradients;
import org.mtlbench.api.method.Update;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.training.TrainingConfig;
import org.mtlbench.toolbox.gradient.Gramian;
import org.mtlbench.toolbox.gradient.RunningTensor;
import org.mtlbench.toolbox.gradient.ScalarMath;
import org.mtlbench.toolbox.gradient.TrunkGradients;

/**
 * M-ConFIG (Liu, Chu and Thuerey 2025, algorithm 1): ConFIG of the moving averages of the task
 * gradients, m_t = 0.9 m_t + 0.1 g_t, divided by 1 - 0.9^n in step n. The paper divides the result
 * by the root of a second moment, which it computes from the pseudo-gradient p = (a_n - 0.9
 * a_{n-1}) / 0.1 of a_n = (1 - 0.9^n) ConFIG(m). The direction is p, (P): Adam, the default
 * optimiser, then has a_n as its first moment and the paper's second moment, so its step of the
 * trunk is that of the paper. Other optimisers are allowed, but are not the published method. The
 * direction has the scale of the sum of the losses; the first step, and every step of a single
 * task, is the gradient of ConFIG. Zero gradients are averaged as zeros. Heads and monitors are
 * updated with the gradient of their own task.
 *
 * <p>The paper updates one of the averages per step, which saves backward passes. Here all are
 * updated in each step, since heads need the gradients of all tasks anyway. The state is one
 * average per task, and a_n: K + 1 times the size of the trunk.
 */
public final class MomentumConFigPlugin implements MethodPlugin<TrainingConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "con-fig-m",
            "M-ConFIG",
            ConFigPlugin.REFERENCE,
            List.of(
                "one backward pass per task and step",
                "one moving average per task of the trunk's gradients",
                "for Adam"))
        .withLink("https://arxiv.org/abs/2408.11104");
  }

  @Override
  public TrainingConfig defaults() {
    return TrainingConfig.standard();
  }

  @Override
  public Method create(TrainingConfig config, MethodContext context) {
    return new Momentum(config);
  }

  private static final class Momentum implements Aggregation {
    /** The decay of Adam's first moment, which the pseudo-gradient must match. */
    private static final double DECAY = 0.9;

    private final TrainingConfig training;
    private final RunningTensor averages = new RunningTensor("averages");
    private final RunningTensor first = new RunningTensor("first-moment");

    Momentum(TrainingConfig training) {
      this.training = training;
    }

    @Override
    public TrainingConfig training() {
      return training;
    }

    @Override
    public Update aggregate(TaskGradients gradients) {
      NDArray rows = gradients.rows();
      NDArray next =
          ScalarMath.multiply(averages.like(rows), DECAY).add(ScalarMath.multiply(rows, 1 - DECAY));
      // ConFIG is homogeneous: a_n is ConFIG of the averages before their division by 1 - 0.9^n.
      NDArray moment = TrunkGradients.combine(next, ConFig.weights(Gramian.of(next)));
      averages.write(next);
      NDArray before = ScalarMath.multiply(first.like(moment), DECAY);
      NDArray pseudoGradient = ScalarMath.multiply(moment.sub(before), 1 / (1 - DECAY));
      first.write(moment);
      double[] ones = new double[gradients.tasks()];
      Arrays.fill(ones, 1);
      return Update.direction(pseudoGradient, ones);
    }

    @Override
    public void state(StateRegistry registry) {
      averages.state(registry);
      first.state(registry);
    }
  }
}
