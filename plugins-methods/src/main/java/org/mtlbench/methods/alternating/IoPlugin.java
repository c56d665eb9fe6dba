package org.mtlbench.methods.alternating;

import java.util.List;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.plugin.Descriptor;

/**
 * Individual optimisers (Pascal et al. 2022): as {@code ius}, but each group has an optimiser state
 * of its own for the shared parameters, both of Adam's moments and the step count, which advances
 * on the group's own steps alone. Scale: sum within a group.
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
            "a forward and a backward pass per group and step",
            "an optimiser state per group",
            "logs exploration"));
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
