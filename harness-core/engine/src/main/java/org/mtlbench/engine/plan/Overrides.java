package org.mtlbench.engine.plan;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Values of the command line that replace those of the matrix.
 *
 * @param seed the only seed; the matrix's seeds if empty
 * @param budget the budget; the matrix's if empty
 */
public record Overrides(OptionalLong seed, OptionalDouble budget) {
  /** No replacements. */
  public static final Overrides NONE = new Overrides(OptionalLong.empty(), OptionalDouble.empty());
}
