package org.mtlbench.engine.device;

import java.util.OptionalInt;

/** What limits the number of cells that run at once on a device. */
public enum SlotRule {
  /** The number of slots. */
  FIXED,
  /** On a GPU also its memory: further cells start when that of the first one is measured. */
  DEVICE_MEMORY;

  /** The rule for a number of slots per device, if one was requested. */
  public static SlotRule of(OptionalInt requested, DeviceChoice devices) {
    return requested.isEmpty() && devices.devices().get(0).isGpu() ? DEVICE_MEMORY : FIXED;
  }
}
