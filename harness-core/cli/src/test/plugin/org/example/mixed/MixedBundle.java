package org.example.mixed;

import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Registry;

/** Two datasets with tasks of different kinds. */
public final class MixedBundle implements Bundle {
  @Override
  public void contribute(Registry registry) {
    registry.dataset(new HousesPlugin());
    registry.dataset(new ScenesPlugin());
  }
}
