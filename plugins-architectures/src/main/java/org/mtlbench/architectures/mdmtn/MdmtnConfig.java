package org.mtlbench.architectures.mdmtn;

import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;

/**
 * Initial values of the learned mixing weights. With the default (1, 0) training starts as hard
 * parameter sharing; a monitor receives a gradient as soon as its weight is not 0.
 */
public record MdmtnConfig(
    @ConfigKey(value = "initial weight of the trunk, for each task", allowed = "finite")
        double alphaTrunk,
    @ConfigKey(value = "initial weight of the monitor, for each task", allowed = "finite")
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
