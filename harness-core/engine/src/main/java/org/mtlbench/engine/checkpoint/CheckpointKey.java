package org.mtlbench.engine.checkpoint;

import java.util.Objects;
import java.util.Optional;

/**
 * Identifies the checkpoint of a cell. A cell resumes only from one that agrees in every component,
 * since it would not end with the bits of an undisturbed run otherwise.
 *
 * @param cell the cell's id, a hash of its configuration
 * @param provenance hash over the code, engine and data it was made with
 * @param device {@code cpu} or {@code gpu}; which of several GPUs does not matter
 * @param threads intra-op threads
 */
public record CheckpointKey(String cell, String provenance, String device, int threads) {
  /** Takes the number off a device. */
  public CheckpointKey {
    device = device.replaceFirst(":.*", "");
  }

  /** What another checkpoint was made with that this one was not, in words; empty if nothing. */
  Optional<String> differenceOf(CheckpointKey other) {
    if (!Objects.equals(cell, other.cell)) {
      return Optional.of("it is that of cell " + other.cell);
    }
    if (!Objects.equals(provenance, other.provenance)) {
      return Optional.of("code, engine or data have changed since");
    }
    if (!device.equals(other.device)) {
      return Optional.of("it was made on " + other.device + ", this is " + device);
    }
    if (threads != other.threads) {
      return Optional.of("it was made with " + other.threads + " threads, not " + threads);
    }
    return Optional.empty();
  }
}
