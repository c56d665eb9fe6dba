package org.mtlbench.datasets.multidigits;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code multidigits}. */
public record MultiDigitsConfig(
    @ConfigKey(value = "digits per image; each is a task", allowed = "2 to 9") int digits,
    @ConfigKey(
            value = "seed of the split and of the images, not of training",
            allowed = "any whole number")
        long seed) {
  /** Checks the number of digits. */
  public MultiDigitsConfig {
    check(Checks.start(), digits).finish();
  }

  static Checks check(Checks checks, int digits) {
    return checks.that(
        digits >= DigitGrid.MIN_DIGITS && digits <= DigitGrid.MAX_DIGITS,
        "digits",
        digits,
        "a whole number from 2 to 9");
  }
}
