package org.mtlbench.datasets.csv;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;

/** What is wrong with a table; the first problems are shown, and the others counted. */
final class CsvProblems {
  /** Problems that are shown one by one. */
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
   * Ends a group of checks that later ones build on.
   *
   * @throws InvalidConfigException if anything was wrong
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
