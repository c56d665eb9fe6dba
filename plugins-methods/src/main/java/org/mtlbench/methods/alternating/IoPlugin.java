package org.mtlbench.methods.alternating;

import java.util.List;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;

/**
 * Individual optimisers (Pascal et al. 2022): as {@code ius}, but each group has its own optimiser
 * state for the shared parameters (Adam's moments and step count), which advances only in the steps
 * of the group. The update has the scale of the sum of the losses of the group.
 */
public final class IoPlugin implements MethodPlugin<GroupConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "io",
            "IO",
            "Pascal et al., Improved optimization strategies for deep Multi-Task Networks, arXiv"
                + " 2109.11678, 2022",
            List.of(
                "one forward and one backward pass per group and step",
                "one optimiser state per group",
                "logs exploration"))
        .withLink("https://arxiv.org/abs/2109.11678");
  }

  @Override
  public GroupConfig defaults() {
    return GroupConfig.standard();
  }

  @Override
  public List<Problem> check(GroupConfig config, DatasetFacts dataset) {
    return config.check(dataset);
  }

  @Override
  public Method create(GroupConfig config, MethodContext context) {
    int tasks = context.dataset().tasks().size();
    return new Alternation(
        config.training(), tasks, config.groupSize(), Alternation.Memory.OF_GROUP);
  }
}
