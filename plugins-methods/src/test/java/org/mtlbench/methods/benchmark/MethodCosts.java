package org.mtlbench.methods.benchmark;

import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.methods.MethodsPage;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Measures {@link StepBenchmark} with peak memory and energy, and writes docs/methods/costs.csv,
 * the chart, and the table of docs/methods.md. The speed of a machine drifts by more than some
 * methods differ, so each group of a few methods is measured together with linear scalarisation, in
 * several rounds.
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
  private static final int WARM_UP = 1;
  private static final int MEASURED = 2;
  private static final int ROUNDS = 3;
  private static final int GROUP = 5;

  private MethodCosts() {}

  /**
   * Measures and writes.
   *
   * @param methods ids; all methods if empty
   */
  public static void main(String... methods) throws RunnerException, IOException {
    List<String> others = new ArrayList<>(List.of(methods.length > 0 ? methods : all()));
    others.remove(CostTable.REFERENCE);
    Map<String, List<StepCost>> measured = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (int first = 0; first < others.size(); first += GROUP) {
        List<String> group = new ArrayList<>(List.of(CostTable.REFERENCE));
        group.addAll(others.subList(first, Math.min(first + GROUP, others.size())));
        List<StepCost> costs = measure(group);
        double reference = costs.get(0).milliseconds();
        for (StepCost cost : costs) {
          measured
              .computeIfAbsent(cost.method(), id -> new ArrayList<>())
              .add(cost.relativeTo(reference));
        }
      }
    }
    List<StepCost> costs = measured.values().stream().map(StepCost::median).toList();
    new StepCost.Table(machine(), costs).write(CostPage.MEASURED);
    CostPage.write();
  }

  /** The ids of all methods that are measured. */
  static String[] all() {
    try {
      return StepBenchmark.class.getDeclaredField("method").getAnnotation(Param.class).value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The costs of some methods in their order. */
  private static List<StepCost> measure(List<String> methods) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(StepBenchmark.class.getSimpleName())
        .param("method", methods.toArray(String[]::new))
        .addProfiler(ResourceProfiler.class)
        .warmupIterations(WARM_UP)
        .warmupTime(SECOND)
        .measurementIterations(MEASURED)
        .measurementTime(SECOND)
        .shouldFailOnError(true);
    return new Runner(options.build())
        .run().stream()
            .map(MethodCosts::cost)
            .sorted(Comparator.comparingInt(cost -> methods.indexOf(cost.method())))
            .toList();
  }

  private static StepCost cost(RunResult result) {
    return new StepCost(
        result.getParams().getParam("method"),
        result.getPrimaryResult().getScore(),
        1,
        0,
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
