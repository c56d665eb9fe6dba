package org.mtlbench.engine.device;

import java.util.Optional;

/**
 * A GPU as {@code nvidia-smi} reports it.
 *
 * @param number number in the order of the PCI bus, from 0
 * @param name name of the model
 * @param totalBytes memory of the card
 * @param usedBytes memory in use by all processes
 */
public record GpuInfo(int number, String name, long totalBytes, long usedBytes) {
  /** The query whose output {@link #parse} reads, one line per GPU. */
  static final String QUERY = "index,name,memory.total,memory.used,driver_version";

  private static final int COLUMNS = 5;
  private static final long MIB = 1L << 20;

  /** Parses a line of the query's output; empty if it is something else, for example an error. */
  static Optional<GpuInfo> parse(String line) {
    String[] columns = line.split("\\s*,\\s*", -1);
    if (columns.length != COLUMNS) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new GpuInfo(
              Integer.parseInt(columns[0].strip()),
              columns[1],
              MIB * Long.parseLong(columns[2]),
              MIB * Long.parseLong(columns[3])));
    } catch (NumberFormatException e) {
      // for example [N/A] of a card without that counter
      return Optional.empty();
    }
  }

  /** Memory that is free, in bytes. */
  public long freeBytes() {
    return totalBytes - usedBytes;
  }
}
