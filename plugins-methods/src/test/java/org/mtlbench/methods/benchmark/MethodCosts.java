package org.mtlbench.methods.benchmark;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mtlbench.methods.MethodsPage;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures {@link StepBenchmark} with peak memory and energy in a few minutes, and writes
 * docs/methods/costs.csv, the chart, and the table of docs/methods.md.
 *
 * <p>Run with
 *
 * <pre>
 * mvn -Pbenchmark -pl plugins-methods -am -DskipTests
 *     -Dbenchmark.main=org.mtlbench.methods.benchmark.MethodCosts -Dbenchmark.arguments= verify
 * </pre>
 */
public final class MethodCosts {
  private static final TimeValue SECOND = TimeValue.seconds(1);
  private static final int WARM_UP = 2;
  private static final int MEASURED = 5;

  private MethodCosts() {}

  /**
   * Measures and writes.
   *
   * @param methods ids; all methods if empty
   */
  public static void main(String... methods) throws RunnerException, IOException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(StepBenchmark.class.getSimpleName())
        .addProfiler(ResourceProfiler.class)
        .warmupIterations(WARM_UP)
        .warmupTime(SECOND)
        .measurementIterations(MEASURED)
        .measurementTime(SECOND)
        .shouldFailOnError(true);
    if (methods.length > 0) {
      options.param("method", methods);
    }
    List<StepCost> costs = new ArrayList<>();
    for (RunResult result : new Runner(options.build()).run()) {
      costs.add(cost(result));
    }
    new StepCost.Table(machine(), costs).write(CostPage.MEASURED);
    CostPage.write();
  }

  private static StepCost cost(RunResult result) {
    return new StepCost(
        result.getParams().getParam("method"),
        result.getPrimaryResult().getScore(),
        result.getPrimaryResult().getScoreError(),
        secondary(result, ResourceProfiler.MEMORY),
        secondary(result, ResourceProfiler.ENERGY));
  }

  private static double secondary(RunResult result, String name) {
    // JMH may prefix the names of a profiler's results.
    for (String label : result.getSecondaryResults().keySet()) {
      if (label.endsWith(name)) {
        return result.getSecondaryResults().get(label).getScore();
      }
    }
    return Double.NaN;
  }

  /** Processor, counters of energy, and versions. */
  private static String machine() throws IOException {
    List<String> parts = new ArrayList<>();
    Path processors = Path.of("/proc/cpuinfo");
    if (Files.isReadable(processors)) {
      Files.readAllLines(processors).stream()
          .filter(line -> line.startsWith("model name"))
          .findFirst()
          .ifPresent(line -> parts.add(line.substring(line.indexOf(':') + 1).strip()));
    }
    parts.add("Java " + Runtime.version().feature());
    parts.add("PyTorch " + Engine.getInstance().getVersion());
    List<String> counters = EnergyCounter.available().stream().map(EnergyCounter::name).toList();
    parts.add(
        counters.isEmpty() ? "no counter of energy" : "energy: " + String.join(", ", counters));
    return String.join("; ", parts);
  }

  /** The page and the chart, from the measurements in a file. */
  static final class CostPage {
    static final Path MEASURED = MethodsPage.DOCS.resolve("methods").resolve("costs.csv");
    static final Path CHART = MethodsPage.DOCS.resolve("methods").resolve("costs.svg");

    private CostPage() {}

    static void write() throws IOException {
      StepCost.Table table = StepCost.Table.read(MEASURED);
      Files.writeString(CHART, CostChart.svg(table));
      MethodsPage.write("costs", CostTable.markdown(table));
    }
  }
}
