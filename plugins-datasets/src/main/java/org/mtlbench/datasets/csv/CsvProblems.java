package org.mtlbench.datasets.csv;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;

/** Collects the problems of a table; the first problems are listed, the others only counted. */
final class CsvProblems {
  /** The maximum number of problems that are listed. */
  static final int SHOWN = 20;

  private final List<Problem> shown = new ArrayList<>();
  private int hidden;

  void add(String place, String found, String expected) {
    if (shown.size() < SHOWN) {
      shown.add(new Problem(place, found, expected));
    } else {
      hidden++;
    }
  }

  /** Counts further problems after the first {@value #SHOWN}. */
  void addHidden(int count) {
    hidden += count;
  }

  /**
   * Ends a group of checks on which later checks depend.
   *
   * @throws InvalidConfigException if there was any problem
   */
  void reject() {
    if (shown.isEmpty()) {
      return;
    }
    List<Problem> all = new ArrayList<>(shown);
    if (hidden > 0) {
      all.add(new Problem("file", hidden + " more problems", "a file without them"));
    }
    throw new InvalidConfigException(all);
  }
}
