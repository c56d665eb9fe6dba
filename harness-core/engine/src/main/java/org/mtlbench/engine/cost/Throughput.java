package org.mtlbench.engine.cost;

/**
 * How fast a device trains a small convolutional network.
 *
 * @param flopsPerSecond floating point operations of convolutions and linear layers a second, a
 *     backward pass counted as two forward passes; NaN if it was not measured
 */
public record Throughput(double flopsPerSecond) {
  /** Not measured: estimates are NaN and no engine is loaded for them. */
  public static final Throughput UNKNOWN = new Throughput(Double.NaN);

  /** Of a usual processor's core; for comparing cells where every machine must agree. */
  public static final Throughput NOMINAL = new Throughput(3e10);

  /** Whether there is a rate. */
  public boolean known() {
    return !Double.isNaN(flopsPerSecond);
  }
}
