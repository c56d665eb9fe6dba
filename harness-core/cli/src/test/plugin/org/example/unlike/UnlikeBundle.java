package org.example.unlike;

import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Registry;

/** Two datasets whose tasks are of different nature. */
public final class UnlikeBundle implements Bundle {
  @Override
  public void contribute(Registry registry) {
    registry.dataset(new HousesPlugin());
    registry.dataset(new ScenesPlugin());
  }
}
