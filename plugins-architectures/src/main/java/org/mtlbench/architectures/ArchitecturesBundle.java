package org.mtlbench.architectures;

import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.architectures.hps.HpsPlugin;
import org.mtlbench.architectures.mdmtn.MdmtnPlugin;

/** Contributes the architectures {@code hps} and {@code mdmtn}. */
public final class ArchitecturesBundle implements Bundle {
  @Override
  public void contribute(Registry registry) {
    registry.architecture(new HpsPlugin());
    registry.architecture(new MdmtnPlugin());
  }
}
