package org.mtlbench.cli.benchmark;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.Blueprint;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.method.Method;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.api.method.Procedure;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.Training;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.architectures.ArchitecturesBundle;
import org.mtlbench.methods.MethodsBundle;
import org.mtlbench.testkit.Contributions;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.dataset.TensorSplit;
import org.mtlbench.toolbox.procedure.Procedures;
import org.mtlbench.toolbox.task.Tasks;

/**
 * Profiles a training step by operation of the engine, and compares the time of each operation with
 * that of its multiply-adds at the speed of a large matrix product. Uses batches of 256 random
 * images with the sizes of MultiMNIST or Cifar10Mnist, a fifth as much validation data, and one
 * thread.
 *
 * <p>Arguments: method, architecture, {@code multimnist} or {@code cifar10mnist}, and optionally a
 * number of seconds; with it, there is no profile, but the mean speed of a bare training loop over
 * this time. See {@code docs/measurements.md}.
 */
public final class StepProfile implements Session {
  private static final int BATCH = 256;
  private static final int BATCHES = 10;
  private static final int WARM_UP = 3;
  private static final int EPOCHS = 10;
  private static final int SHOWN = 10;
  private static final Randomness RANDOM = new Randomness(1);

  /** A single epoch of every phase. */
  private static final Budget MIN_BUDGET = new Budget(1e-6);

  private final NDManager manager;
  private final NetworkCase parts;
  private final DatasetFacts facts;
  private final Dataset dataset;
  private final ArchitecturePlugin<?> architecture;

  private StepProfile(NDManager manager, NetworkCase parts, ArchitecturePlugin<?> architecture) {
    this.manager = manager;
    this.parts = parts;
    this.architecture = architecture;
    int train = BATCHES * BATCH;
    int validation = train / 5;
    facts = new DatasetFacts(tasks(), parts.facts().input(), "", train, validation, 1, true);
    dataset = new RandomImages(split(train), split(validation));
  }

  /** Prints the profile. */
  public static void main(String[] arguments) throws IOException {
    NetworkCase parts =
        switch (arguments[2]) {
          case "multimnist" -> PaperNetworks.MULTI_MNIST;
          case "cifar10mnist" -> PaperNetworks.CIFAR10_MNIST;
          default -> throw new IllegalArgumentException(arguments[2]);
        };
    Contributions plugins = Contributions.of(new MethodsBundle(), new ArchitecturesBundle());
    Map<String, MethodPlugin<?>> methods = plugins.methods();
    Map<String, ArchitecturePlugin<?>> architectures = plugins.architectures();
    try (NDManager manager = NDManager.newBaseManager()) {
      double peak = matrixProductGflops(manager);
      new StepProfile(manager, parts, architectures.get(arguments[1]))
          .print(
              String.join(" ", arguments),
              methods.get(arguments[0]),
              peak,
              arguments.length > 3
                  ? OptionalDouble.of(Double.parseDouble(arguments[3]))
                  : OptionalDouble.empty());
    }
  }

  private void print(String title, MethodPlugin<?> plugin, double peak, OptionalDouble seconds)
      throws IOException {
    Procedure procedure =
        Procedures.of(
            method(plugin, new MethodContext(facts, this::blueprint, RANDOM)), tasks().size());
    Training training = procedure.open(this);
    List<Phase> phases = procedure.phases(MIN_BUDGET);
    for (int i = 0; i < phases.size(); i++) {
      PhaseRun run = training.phases().get(i);
      run.begin();
      if (phases.get(i).kind() == Phase.Kind.SEARCH) {
        run.epoch(phases.get(i), 1);
        run.end();
      } else {
        if (seconds.isPresent()) {
          loop(title, seconds.getAsDouble(), run, phases.get(i));
        } else {
          print(title, run, phases.get(i), peak);
        }
        return;
      }
    }
  }

  private static void loop(String title, double seconds, PhaseRun run, Phase phase) {
    for (int i = 0; i < WARM_UP; i++) {
      run.epoch(phase, 1);
    }
    long start = System.nanoTime();
    int epochs = 0;
    while ((System.nanoTime() - start) / 1e9 < seconds) {
      run.epoch(phase, 1);
      epochs++;
    }
    double took = (System.nanoTime() - start) / 1e9;
    System.out.printf(Locale.ROOT, "%s: %,.0f images/s%n", title, epochs * BATCHES * BATCH / took);
  }

  private void print(String title, PhaseRun run, Phase phase, double peak) throws IOException {
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < WARM_UP + EPOCHS; i++) {
      long start = System.nanoTime();
      run.epoch(phase, 1);
      double milliseconds = (System.nanoTime() - start) / 1e6;
      best = i < WARM_UP ? best : Math.min(best, milliseconds);
    }
    Path trace = Files.createTempFile("profile", ".json");
    JniUtils.startProfile(false, false, false);
    for (int i = 0; i < EPOCHS; i++) {
      run.epoch(phase, 1);
    }
    JniUtils.stopProfile(trace.toString());
    double floor = gflopOfAStep(phase) / peak * 1e3;
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f ms per step with its share of validation, %,.0f images/s; floor of a pass"
            + " forward and back %.1f ms at %.0f GFLOP/s%n%n",
        title,
        best / BATCHES,
        BATCHES * BATCH / best * 1e3,
        floor,
        peak);
    printOperations(trace);
    Files.delete(trace);
  }

  /**
   * One forward and one backward pass through the network, including additions of the method. The
   * gradient of the images is not computed.
   */
  private double gflopOfAStep(Phase phase) {
    Blueprint whole = blueprint();
    double all = whole.multiplyAdds() + phase.addedMultiplyAdds();
    double readingImages =
        network("floor").parameters().stream()
            .filter(w -> w.position() == Position.INPUT && w.kind() == Parameter.Kind.KERNEL)
            .mapToDouble(this::multiplyAdds)
            .sum();
    return 2 * (3 * all - readingImages) * BATCH / 1e9;
  }

  /** Cost of a convolution with stride 1 and without padding whose input is the image. */
  private double multiplyAdds(Parameter kernel) {
    Shape shape = kernel.value().getShape();
    long height = parts.input().get(1) - shape.get(2) + 1;
    long width = parts.input().get(2) - shape.get(3) + 1;
    return (double) kernel.size() * height * width;
  }

  private Blueprint blueprint(int... tasks) {
    return blueprint(architecture, parts.onlyTasks(tasks));
  }

  private static <C extends Record> Blueprint blueprint(
      ArchitecturePlugin<C> plugin, NetworkCase some) {
    return plugin.blueprint(plugin.defaults(), some.backbone(), some.facts());
  }

  private static void printOperations(Path trace) throws IOException {
    Map<String, double[]> byName = new TreeMap<>();
    double all = 0;
    for (Operation operation : operations(trace)) {
      double[] sums = byName.computeIfAbsent(operation.name, name -> new double[2]);
      sums[0] += operation.own;
      sums[1]++;
      all += operation.own;
    }
    int steps = EPOCHS * BATCHES;
    System.out.println("| operation | ms per step | calls per step |");
    System.out.println("|---|---:|---:|");
    byName.entrySet().stream()
        .sorted(Comparator.comparingDouble(entry -> -entry.getValue()[0]))
        .limit(SHOWN)
        .forEach(
            entry ->
                System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %.2f | %.1f |%n",
                    entry.getKey(),
                    entry.getValue()[0] / 1e3 / steps,
                    entry.getValue()[1] / steps));
    System.out.printf(Locale.ROOT, "| all operations, profiled | %.2f | |%n", all / 1e3 / steps);
  }

  /** An operation of the trace; own is its time in microseconds without nested operations. */
  private static final class Operation {
    final String name;
    final double start;
    final double end;
    double own;

    Operation(JsonNode event) {
      name = event.get("name").asText();
      start = event.get("ts").asDouble();
      own = event.get("dur").asDouble();
      end = start + own;
    }
  }

  private static List<Operation> operations(Path trace) throws IOException {
    List<Operation> operations = new ArrayList<>();
    for (JsonNode event : new ObjectMapper().readTree(trace.toFile())) {
      if (event.path("ph").asText().equals("X")) {
        operations.add(new Operation(event));
      }
    }
    operations.sort(
        Comparator.comparingDouble((Operation o) -> o.start).thenComparingDouble(o -> -o.end));
    Deque<Operation> open = new ArrayDeque<>();
    for (Operation operation : operations) {
      while (!open.isEmpty() && open.peek().end <= operation.start) {
        open.pop();
      }
      if (!open.isEmpty()) {
        open.peek().own -= operation.end - operation.start;
      }
      open.push(operation);
    }
    return operations;
  }

  private static double matrixProductGflops(NDManager manager) {
    int side = 1024;
    double best = 0;
    try (NDScope scope = new NDScope()) {
      scope.suppressNotUsedWarning();
      NDArray a = manager.ones(new Shape(side, side));
      for (int i = 0; i < 20; i++) {
        long start = System.nanoTime();
        a.matMul(a);
        best = Math.max(best, 2.0 * side * side * side / (System.nanoTime() - start));
      }
    }
    return best;
  }

  private static <C extends Record> Method method(MethodPlugin<C> plugin, MethodContext context) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    switch (plugin.descriptor().id()) {
      case "kdmtl" -> config.putArray("lambdas").addArray().add(0.025).add(0.025);
      case "mtan" -> {
        config.putArray("weights").addArray().add(0.5).add(0.5);
        config.put("search-learning-rates", false);
      }
      case "ours" -> config.putArray("k").add(0).add(0.5).add(0.5);
      default -> {}
    }
    return plugin.create(ConfigBinder.bind(plugin.defaults(), config, "config"), context);
  }

  private Split split(int size) {
    RandomGenerator random = RANDOM.stream("images", size);
    byte[] pixels = new byte[Math.toIntExact(size * parts.input().size())];
    random.nextBytes(pixels);
    Shape shape = new Shape(size, parts.input().get(1), parts.input().get(2), parts.input().get(0));
    NDArray images = manager.create(ByteBuffer.wrap(pixels), shape, DataType.UINT8);
    return TensorSplit.of(images, List.of(labels(size, random), labels(size, random)));
  }

  private NDArray labels(int size, RandomGenerator random) {
    return manager.create(LongStream.generate(() -> random.nextInt(10)).limit(size).toArray());
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public Dataset dataset() {
    return dataset;
  }

  @Override
  public List<Task> tasks() {
    return List.of(Tasks.classification("first", 10), Tasks.classification("second", 10));
  }

  @Override
  public double[] constantScores() {
    throw new UnsupportedOperationException("tasks with the same metric need no constant");
  }

  @Override
  public Randomness random() {
    return RANDOM;
  }

  @Override
  public Network network(String purpose, int... tasks) {
    return create(architecture, parts.onlyTasks(tasks), RANDOM.part(purpose));
  }

  private <C extends Record> Network create(
      ArchitecturePlugin<C> plugin, NetworkCase some, Randomness random) {
    return plugin.create(plugin.defaults(), some.backbone(), some.facts(), manager, random);
  }

  @Override
  public StateRegistry state() {
    return new StateRegistry() {
      @Override
      public void tensor(String name, NDArray tensor) {}

      @Override
      public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {}
    };
  }

  @Override
  public void note(String remark) {}

  @Override
  public void measure(String name, double value) {}

  @Override
  public void checkStopped() {}

  private record RandomImages(Split train, Split validation) implements Dataset {
    @Override
    public Split split(SplitName name) {
      return switch (name) {
        case TRAIN -> train;
        case VALIDATION, TEST -> validation;
      };
    }

    @Override
    public boolean augments() {
      return false;
    }

    @Override
    public List<NDArray> prepare(List<NDArray> raw) {
      NDArray images = raw.get(0).toType(DataType.FLOAT32, false).div(255f).sub(0.5f);
      return List.of(images.transpose(0, 3, 1, 2));
    }
  }
}
