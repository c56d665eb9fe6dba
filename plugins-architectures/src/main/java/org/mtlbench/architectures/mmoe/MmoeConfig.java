package org.mtlbench.architectures.mmoe;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code mmoe}. */
public record MmoeConfig(
    @ConfigKey(
            value = "number of experts; each has the layers of the backbone",
            allowed = "1 to 1000")
        int experts) {
  private static final int MAX_EXPERTS = 1000;

  public MmoeConfig {
    Checks.start()
        .that(experts >= 1 && experts <= MAX_EXPERTS, "experts", experts, "1 to " + MAX_EXPERTS)
        .finish();
  }
}
