package org.mtlbench.api.config;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects every problem of a config record, so that its compact constructor reports all of them at
 * once: {@code Checks.start().positive("epochs", epochs).finish();}. Keys are those of the user, in
 * kebab case.
 */
public final class Checks {
  private final List<Problem> problems = new ArrayList<>();

  private Checks() {}

  /** A new, empty collection. */
  public static Checks start() {
    return new Checks();
  }

  /** Adds a problem unless {@code holds}. */
  public Checks that(boolean holds, String key, Object value, String allowed) {
    if (!holds) {
      problems.add(new Problem(key, String.valueOf(value), allowed));
    }
    return this;
  }

  /** The value is a whole number from 1 to 1,000,000. */
  public Checks count(String key, long value) {
    return that(value >= 1 && value <= 1_000_000, key, value, "a whole number from 1 to 1000000");
  }

  /** The value is finite and above zero. */
  public Checks positive(String key, double value) {
    return that(Double.isFinite(value) && value > 0, key, value, "a finite number greater than 0");
  }

  /** The value is finite and at least zero. */
  public Checks notNegative(String key, double value) {
    return that(Double.isFinite(value) && value >= 0, key, value, "a finite number, at least 0");
  }

  /** The value lies in the closed interval. */
  public Checks between(String key, double value, double low, double high) {
    return that(value >= low && value <= high, key, value, "a number from " + low + " to " + high);
  }

  /**
   * Ends the checks.
   *
   * @throws InvalidConfigException if anything was wrong
   */
  public void finish() {
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
  }
}
