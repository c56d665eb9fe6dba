package org.mtlbench.testkit.contract;

import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.TinyProblem;

/** Facts of datasets with any number of tasks, without data. */
final class SampleFacts {
  private SampleFacts() {}

  /**
   * The method context of {@link org.mtlbench.testkit.TinyProblem} with another number of tasks.
   */
  static MethodContext ofTasks(int tasks, long seed) {
    return NetworkCase.of(
            TinyProblem.PARTS.input(), TinyProblem.PARTS.backbone().stages(), tasks, 2)
        .context(new Randomness(seed));
  }
}
