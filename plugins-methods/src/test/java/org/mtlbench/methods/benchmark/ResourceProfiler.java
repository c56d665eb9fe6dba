package org.mtlbench.methods.benchmark;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Reports the memory that a benchmark needs and, where the machine counts it, the energy per
 * operation. Memory is the peak resident memory of the process without that of the Java virtual
 * machine and the libraries, which are loaded before; run with a heap of fixed size.
 */
public final class ResourceProfiler implements InternalProfiler {
  static final String MEMORY = "peak-memory";
  static final String ENERGY = "energy";

  private static final String PEAK = "VmHWM:";
  private static final String NOW = "VmRSS:";
  private static final double KIB_PER_MIB = 1024;

  private final List<EnergyCounter> counters = EnergyCounter.available();
  private final double[] begun = new double[counters.size()];
  private double libraries = Double.NaN;

  @Override
  public String getDescription() {
    return "peak memory and energy";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    if (Double.isNaN(libraries)) {
      loadLibraries();
      libraries = memory(NOW);
    }
    for (int i = 0; i < begun.length; i++) {
      begun[i] = counters.get(i).joules();
    }
  }

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    List<Result<?>> results = new ArrayList<>();
    results.add(new ScalarResult(MEMORY, memory(PEAK) - libraries, "MiB", AggregationPolicy.MAX));
    if (!counters.isEmpty()) {
      double joules = 0;
      for (int i = 0; i < begun.length; i++) {
        joules += counters.get(i).since(begun[i]);
      }
      double perOperation = joules / result.getMetadata().getMeasuredOps();
      results.add(new ScalarResult(ENERGY, perOperation, "J/op", AggregationPolicy.AVG));
    }
    return results;
  }

  private static void loadLibraries() {
    try (NDManager manager = NDManager.newBaseManager()) {
      manager.ones(new Shape(2)).sum().getFloat();
    }
  }

  /** A line of the process's status in MiB; NaN if the system does not report it. */
  private static double memory(String name) {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return Double.NaN;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith(name))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KIB_PER_MIB)
          .findFirst()
          .orElse(Double.NaN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
