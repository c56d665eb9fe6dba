package org.mtlbench.methods.alternating;

import java.util.List;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;

/**
 * Individual updates (Pascal et al. 2022): in every batch each group of tasks takes its own step on
 * the sum of its losses, one group after the other, with a single optimiser. Groups are drawn once
 * per run. The update has the scale of the sum of the losses of the group. Heads and monitors are
 * updated only in the steps of their group; in the authors' code, momentum also moves them in the
 * steps of other groups.
 */
public final class IusPlugin implements MethodPlugin<GroupConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
            "ius",
            "IUS",
            "Pascal et al., Improved optimization strategies for deep Multi-Task Networks, arXiv"
                + " 2109.11678, 2022",
            List.of("one forward and one backward pass per group and step", "logs exploration"))
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
    return new Alternation(config.training(), tasks, config.groupSize(), Alternation.Memory.SHARED);
  }
}
