package org.mtlbench.testkit.contract;

import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.TinyProblem;

/** Datasets of any number of tasks, of which nothing but the facts is needed. */
final class Facts {
  private Facts() {}

  /** What a method is told of the tiny problem with another number of tasks. */
  static MethodContext ofTasks(int tasks, long seed) {
    return NetworkCase.of(
            TinyProblem.PARTS.input(), TinyProblem.PARTS.backbone().stages(), tasks, 2)
        .context(new Randomness(seed));
  }
}
