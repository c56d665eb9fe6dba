package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The hyperparameter search of a cell.
 *
 * @param over range of each config key, as in the matrix
 * @param budget factor on the cell's budget for a trial's epochs, greater than 0
 * @param trials config values of each trial, by key; at least one
 */
public record CellSearch(ObjectNode over, double budget, List<ObjectNode> trials) {
  public CellSearch {
    trials = List.copyOf(trials);
  }
}
