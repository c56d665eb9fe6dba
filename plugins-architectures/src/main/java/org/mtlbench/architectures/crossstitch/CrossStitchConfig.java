package org.mtlbench.architectures.crossstitch;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/** Config of {@code cross-stitch}: where the units start, and how fine they are. */
public record CrossStitchConfig(
    @ConfigKey(value = "first weight of a task's own trunk", allowed = "finite") double alphaSame,
    @ConfigKey(
            value = "first weight of the other tasks' trunks, divided equally among them",
            allowed = "finite")
        double alphaOther,
    @ConfigKey("whether each channel has weights of its own, or all channels have the same")
        boolean channelwise) {
  public CrossStitchConfig {
    Checks.start()
        .that(Double.isFinite(alphaSame), "alpha-same", alphaSame, "a finite number")
        .that(Double.isFinite(alphaOther), "alpha-other", alphaOther, "a finite number")
        .finish();
  }
}
