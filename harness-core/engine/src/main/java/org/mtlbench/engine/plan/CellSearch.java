package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The hyperparameter search of a cell.
 *
 * @param over the searched config keys and their ranges, as in the matrix
 * @param budget epochs of a trial as a fraction of those of the cell, greater than 0
 * @param trials the config values that each trial uses, by key; at least one trial
 */
public record CellSearch(ObjectNode over, double budget, List<ObjectNode> trials) {
  public CellSearch {
    trials = List.copyOf(trials);
  }
}
