package org.mtlbench.methods.benchmark;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.methods.MethodsBundle;
import org.mtlbench.testkit.Contributions;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.procedure.Procedures;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of a training step of each method: the hps network of MultiMNIST, two tasks, a batch of 256,
 * Adam, one thread. A step of {@code stl} is one of each of its networks; searches and teachers are
 * done before.
 *
 * <p>Run with
 *
 * <pre>
 * mvn -Pbenchmark -pl plugins-methods -am -DskipTests -Dbenchmark.arguments=StepBenchmark verify
 * </pre>
 *
 * or with memory and energy as in {@link MethodCosts}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-Xms512m",
      "-Xmx512m",
      "-XX:+AlwaysPreTouch",
      "-Dai.djl.offline=true",
      "-Dai.djl.pytorch.num_threads=1"
    })
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
public class StepBenchmark {
  private static final int STEPS = 5;

  /** A single epoch of everything. */
  private static final Budget MIN_BUDGET = new Budget(1e-6);

  /** Ids of methods. */
  @Param({
    "ls",
    "si",
    "rlw",
    "uw",
    "dwa",
    "stch",
    "imtl-l",
    "gls",
    "pbi",
    "ours",
    "sus",
    "famo",
    "gradnorm",
    "mgda",
    "pcgrad",
    "imtl-g",
    "aligned-mtl",
    "nash-mtl",
    "cagrad",
    "upgrad",
    "dualproj",
    "gradvac",
    "graddrop",
    "fairgrad",
    "con-fig",
    "con-fig-m",
    "imtl",
    "db-mtl",
    "excess-mtl",
    "sdmgrad",
    "modo",
    "epo",
    "ius",
    "io",
    "magnitude-pruning",
    "group-lasso",
    "cosmos",
    "stl",
    "kdmtl",
    "mtan"
  })
  private String method;

  private NDManager manager;
  private RandomImages session;
  private final Map<Phase, PhaseRun> measured = new LinkedHashMap<>();

  /** Makes the method and runs what comes before its main training. */
  @Setup
  public void open() {
    manager = NDManager.newBaseManager();
    session = RandomImages.of(STEPS, manager);
    Map<String, MethodPlugin<?>> plugins = Contributions.of(new MethodsBundle()).methods();
    Procedure procedure = Procedures.of(create(plugins.get(method), session.context()), 2);
    Training training = procedure.open(session);
    List<Phase> phases = procedure.phases(MIN_BUDGET);
    for (int i = 0; i < phases.size(); i++) {
      PhaseRun run = training.phases().get(i);
      run.begin();
      switch (phases.get(i).kind()) {
        case SEARCH -> {
          run.epoch(phases.get(i), 1);
          run.end();
        }
        case MAIN -> measured.put(phases.get(i), run);
      }
    }
  }

  private static <C extends Record> Method create(MethodPlugin<C> plugin, MethodContext context) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    switch (plugin.descriptor().id()) {
      case "kdmtl" -> config.putArray("lambdas").addArray().add(0.025).add(0.025);
      case "mtan" -> {
        config.putArray("weights").addArray().add(0.5).add(0.5);
        config.put("search-learning-rates", false);
      }
      case "mgda" -> config.put("optimiser", "adam").put("learning-rate", 0.0025);
      default -> {}
    }
    return plugin.create(ConfigBinder.bind(plugin.defaults(), config, "config"), context);
  }

  /** Steps through a few batches. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public void step() {
    measured.forEach((phase, run) -> run.epoch(phase, 1));
  }

  /** Frees the tensors. */
  @TearDown
  public void close() {
    manager.close();
  }
}
