package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.config.Default;
import org.mtlbench.toolbox.config.Expected;

/**
 * The hyperparameter search, the same for every method of a matrix.
 *
 * @param trials number of configs that each cell tries, at least 1
 * @param over range of each config key, at least one, in the order written
 * @param budget factor on the cell's budget for a trial's epochs, greater than 0, at most 1
 */
public record SearchSpec(
    @Expected(TRIALS) int trials,
    @Expected(OVER) Map<String, SearchRange> over,
    @Default("1") @Expected(BUDGET) double budget) {
  private static final int MAX_TRIALS = 1000;
  private static final String TRIALS = "a whole number from 1 to " + MAX_TRIALS;
  private static final String OVER = "a mapping from config keys of the methods to their ranges";
  private static final String BUDGET = "a number greater than 0, at most 1";

  /** The path of the block in a matrix. */
  public static final String AT = "search";

  public SearchSpec {
    Checks.start()
        .that(trials >= 1 && trials <= MAX_TRIALS, "trials", trials, TRIALS)
        .that(!over.isEmpty(), "over", "an empty mapping", OVER)
        .that(budget > 0 && budget <= 1, "budget", budget, BUDGET)
        .finish();
    over = Collections.unmodifiableMap(new LinkedHashMap<>(over));
  }

  /** The path of a key's range in a matrix. */
  public static String at(String key) {
    return AT + ".over." + key;
  }

  /**
   * A trial's point in a key's range. It depends only on the seed, the key and the trial: all
   * methods are tried at the same points, and adding a key or a trial changes no other point.
   *
   * @param trial counted from 1
   * @return at least 0, less than 1
   */
  public static double point(long seed, String key, int trial) {
    return new Randomness(seed).stream("search/" + key, trial).nextDouble();
  }

  /** The ranges as written in a matrix file. */
  public ObjectNode overTree() {
    return ConfigBinder.toTree(this).withObject("/over");
  }
}
