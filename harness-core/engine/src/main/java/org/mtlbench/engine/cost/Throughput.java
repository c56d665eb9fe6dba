package org.mtlbench.engine.cost;

/**
 * The training speed of a device for a small convolutional network.
 *
 * @param flopsPerSecond floating-point operations of convolutions and linear layers per second,
 *     where a backward pass counts as two forward passes; NaN if not measured
 */
public record Throughput(double flopsPerSecond) {
  /** Not measured: estimates are NaN, and no engine is loaded. */
  public static final Throughput UNKNOWN = new Throughput(Double.NaN);

  /** The speed of a typical processor core, for comparing cells when all machines must agree. */
  public static final Throughput NOMINAL = new Throughput(3e10);

  /** Whether there is a rate. */
  public boolean known() {
    return !Double.isNaN(flopsPerSecond);
  }
}
