package org.mtlbench.api.architecture;

/** The blueprints of a cell's networks. */
@FunctionalInterface
public interface BlueprintSource {
  /**
   * The blueprint of a network of the cell's architecture.
   *
   * @param tasks the dataset's tasks that it serves, as indices from 0; all of them if none is
   *     named
   */
  Blueprint of(int... tasks);
}
