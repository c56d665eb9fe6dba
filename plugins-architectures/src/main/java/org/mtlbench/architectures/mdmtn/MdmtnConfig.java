package org.mtlbench.architectures.mdmtn;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/**
 * Where the learned mixing weights start. The default (1, 0) begins as hard parameter sharing; a
 * monitor then receives a gradient as soon as its own weight has left 0.
 */
public record MdmtnConfig(
    @ConfigKey(value = "first value of each task's weight of the trunk", allowed = "finite")
        double alphaTrunk,
    @ConfigKey(value = "first value of each task's weight of its monitor", allowed = "finite")
        double alphaMonitor) {
  /** The paper's (1, 0). */
  public static final MdmtnConfig PAPER = new MdmtnConfig(1, 0);

  public MdmtnConfig {
    Checks.start()
        .that(Double.isFinite(alphaTrunk), "alpha-trunk", alphaTrunk, "a finite number")
        .that(Double.isFinite(alphaMonitor), "alpha-monitor", alphaMonitor, "a finite number")
        .finish();
  }
}
