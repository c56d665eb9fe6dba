package org.mtlbench.engine.cost;

/**
 * The training speed of a device for a small convolutional network.
 *
 * @param flopsPerSecond floating-point operations of convolutions and linear layers per second,
 *     where a backward pass counts as two forward passes; NaN if not measured
 * @param load the time of the measurement divided by its processor time: greater than 1 if other
 *     processes used the processor meanwhile; 1 if unknown
 */
public record Throughput(double flopsPerSecond, double load) {
  /** Not measured: estimates are NaN, and no engine is loaded. */
  public static final Throughput UNKNOWN = new Throughput(Double.NaN);

  /** The speed of a typical processor core, for comparing cells when all machines must agree. */
  public static final Throughput NOMINAL = new Throughput(3e10);

  /** A speed that was not reduced by other processes. */
  public Throughput(double flopsPerSecond) {
    this(flopsPerSecond, 1);
  }

  /** Whether there is a rate. */
  public boolean known() {
    return !Double.isNaN(flopsPerSecond);
  }

  /** The speed without other processes. */
  public Throughput unloaded() {
    return new Throughput(flopsPerSecond * load);
  }
}
