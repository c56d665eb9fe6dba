package org.mtlbench.engine.device;

import java.util.List;

/**
 * The GPUs that the loaded tensor engine can use.
 *
 * @param usable their number
 * @param library the engine's library, for example {@code PyTorch 2.7.1 (CPU build)}
 * @param reason why this library is used
 * @param obstacles why GPUs cannot be used, most fundamental first; empty if some can
 */
public record GpuState(int usable, String library, String reason, List<Obstacle> obstacles) {
  /** Copies the list. */
  public GpuState {
    obstacles = List.copyOf(obstacles);
  }
}
