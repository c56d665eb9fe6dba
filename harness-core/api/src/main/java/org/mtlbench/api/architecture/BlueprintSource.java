package org.mtlbench.api.architecture;

/** The blueprints of a cell's networks. */
@FunctionalInterface
public interface BlueprintSource {
  /**
   * The blueprint of a network of the cell's architecture.
   *
   * @param tasks indices of the dataset's tasks that it serves, from 0; all tasks if empty
   */
  Blueprint of(int... tasks);
}
