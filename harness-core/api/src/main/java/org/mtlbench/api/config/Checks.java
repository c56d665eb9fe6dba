package org.mtlbench.api.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the problems of a config record, so that its compact constructor can report all of them
 * at once: {@code Checks.start().positive("epochs", epochs).finish();}. Keys are in kebab case, as
 * users write them.
 */
public final class Checks {
  private final List<Problem> problems = new ArrayList<>();

  private Checks() {}

  /** A new, empty collection. */
  public static Checks start() {
    return new Checks();
  }

  /** Adds a problem unless the condition holds. */
  public Checks that(boolean holds, String key, Object value, String allowed) {
    if (!holds) {
      problems.add(new Problem(key, String.valueOf(value), allowed));
    }
    return this;
  }

  /** Requires a whole number from 1 to 1,000,000. */
  public Checks count(String key, long value) {
    return that(value >= 1 && value <= 1_000_000, key, value, "a whole number from 1 to 1000000");
  }

  /** Requires a finite number above zero. */
  public Checks positive(String key, double value) {
    return that(Double.isFinite(value) && value > 0, key, value, "a finite number greater than 0");
  }

  /** Requires a finite number of at least zero. */
  public Checks notNegative(String key, double value) {
    return that(Double.isFinite(value) && value >= 0, key, value, "a finite number, at least 0");
  }

  /** Requires a number in a closed interval. */
  public Checks between(String key, double value, double low, double high) {
    return that(value >= low && value <= high, key, value, "a number from " + low + " to " + high);
  }

  /**
   * Ends the checks.
   *
   * @throws InvalidConfigException if there is any problem
   */
  public void finish() {
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
  }
}
