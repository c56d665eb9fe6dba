package org.mtlbench.architectures.crossstitch;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code cross-stitch}: initial values and granularity of the units. */
public record CrossStitchConfig(
    @ConfigKey(value = "initial weight of the task's own trunk", allowed = "finite")
        double alphaSame,
    @ConfigKey(
            value =
                "sum of the initial weights of the other tasks' trunks, divided equally among them",
            allowed = "finite")
        double alphaOther,
    @ConfigKey("whether each channel has its own weights, or all channels have the same")
        boolean channelwise) {
  public CrossStitchConfig {
    Checks.start()
        .that(Double.isFinite(alphaSame), "alpha-same", alphaSame, "a finite number")
        .that(Double.isFinite(alphaOther), "alpha-other", alphaOther, "a finite number")
        .finish();
  }
}
