package org.mtlbench.api.method;

import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.BlueprintSource;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.random.Randomness;

/**
 * The context in which a method is created.
 *
 * @param dataset tasks and sizes
 * @param blueprints blueprints of the cell's architecture
 * @param random the cell's randomness
 */
public record MethodContext(DatasetFacts dataset, BlueprintSource blueprints, Randomness random) {
  /** The blueprint of the network of all tasks. */
  public Blueprint blueprint() {
    return blueprints.of();
  }
}
