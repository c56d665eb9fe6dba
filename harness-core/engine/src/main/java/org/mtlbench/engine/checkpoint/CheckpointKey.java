package org.mtlbench.engine.checkpoint;

import java.util.Objects;
import java.util.Optional;

/**
 * Identifies the checkpoint of a cell. A cell resumes only from a checkpoint with an equal key;
 * otherwise it would not end with the same bits as an uninterrupted run.
 *
 * @param cell the cell's id, a hash of its configuration
 * @param provenance hash over the code, engine and data with which it was created
 * @param device {@code cpu} or {@code gpu}; which of several GPUs does not matter
 * @param threads intra-op threads
 */
public record CheckpointKey(String cell, String provenance, String device, int threads) {
  /** Removes the number from a device. */
  public CheckpointKey {
    device = device.replaceFirst(":.*", "");
  }

  /** How this key differs from another, in words; empty if it does not. */
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
