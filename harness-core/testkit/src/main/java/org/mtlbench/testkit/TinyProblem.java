package org.mtlbench.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.method.MethodContext;
import org.mtlbench.api.method.Session;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.api.method.StoppedException;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.backbone.FlatBackbone;
import org.mtlbench.toolbox.dataset.TensorSplit;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.task.Tasks;
import org.mtlbench.toolbox.training.Batch;
import org.mtlbench.toolbox.training.ConstantPredictor;

/**
 * A small but real problem for tests: 4x4 images, two tasks (is the left half brighter, is the
 * upper half brighter), and a network of one convolution and two linear layers.
 */
public final class TinyProblem implements Session {
  /** Its backbone and tasks. */
  public static final NetworkCase PARTS =
      NetworkCase.of(
          new FlatBackbone(
              "tiny",
              new Shape(1, 4, 4),
              List.of(
                  List.of(new Convolution(1, 3, 3), Activation.RELU),
                  List.of(new Flatten(), new Linear(12, 6), Activation.RELU))),
          List.of(Tasks.classification("left", 2), Tasks.classification("upper", 2)));

  private final NDManager manager;
  private final Randomness random;
  private final HalvesDataset dataset;
  private final StateRegistry watcher;
  private final List<String> registered = new ArrayList<>();
  private boolean stopping;
  private final Map<String, Double> measures = new LinkedHashMap<>();

  public TinyProblem(NDManager manager, long seed) {
    this(manager, seed, new NoOpRegistry());
  }

  /** Creates a problem that forwards everything registered for checkpoints. */
  public TinyProblem(NDManager manager, long seed, StateRegistry watcher) {
    this.manager = manager;
    this.watcher = watcher;
    this.random = new Randomness(seed);
    this.dataset = new HalvesDataset(manager);
  }

  /**
   * Makes the dataset report augmentation, so that nothing computed from an image may be cached.
   */
  public TinyProblem augmenting() {
    dataset.augments = true;
    return this;
  }

  /** Gives every task its own input, with the same images for all tasks. */
  public TinyProblem withInputPerTask() {
    dataset.inputPerTask = true;
    return this;
  }

  /** The names of everything registered for checkpoints. */
  public List<String> registered() {
    return registered;
  }

  /** The context that a method plugin gets when it creates a method. */
  public MethodContext context() {
    return PARTS.context(random);
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
    return PARTS.facts().tasks();
  }

  /** The first training examples, without augmentation, as the batch of the first step. */
  public Batch batch(int size) {
    Examples raw = dataset.split(SplitName.TRAIN).range(0, size, manager);
    NDArray positions = manager.arange(0, size, 1, DataType.INT64);
    return new Batch(dataset.prepare(raw.inputs()), raw.targets(), positions, size, 1, 0);
  }

  @Override
  public double[] constantScores() {
    return Arrays.stream(
            ConstantPredictor.fit(dataset, tasks(), manager)
                .scores(dataset, SplitName.VALIDATION, manager))
        .mapToDouble(task -> task[0])
        .toArray();
  }

  @Override
  public Randomness random() {
    return random;
  }

  @Override
  public PlainNetwork network(String purpose, int... tasks) {
    return PlainNetwork.of(PARTS.onlyTasks(tasks), manager, random.part(purpose));
  }

  @Override
  public PlainNetwork widerNetwork(String purpose, int channels) {
    return PlainNetwork.of(PARTS.wider(channels), manager, random.part(purpose));
  }

  @Override
  public StateRegistry state() {
    return new StateRegistry() {
      @Override
      public void tensor(String name, NDArray tensor) {
        registered.add(name);
        watcher.tensor(name, tensor);
      }

      @Override
      public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {
        registered.add(name);
        watcher.numbers(name, read, restore);
      }

      @Override
      public void forget(String prefix) {
        watcher.forget(prefix);
      }
    };
  }

  @Override
  public void note(String remark) {
    registered.add("note: " + remark);
  }

  @Override
  public void measure(String name, double value) {
    measures.put(name, value);
  }

  /** The measures reported by the method. */
  public Map<String, Double> measures() {
    return measures;
  }

  /** Requests that training stop at the next step boundary. */
  public void stop() {
    stopping = true;
  }

  @Override
  public void checkStopped() {
    if (stopping) {
      throw new StoppedException();
    }
  }

  /** A registry that ignores all registrations. */
  private static final class NoOpRegistry implements StateRegistry {
    @Override
    public void tensor(String name, NDArray tensor) {}

    @Override
    public void numbers(String name, Supplier<double[]> read, Consumer<double[]> restore) {}
  }

  private static final class HalvesDataset implements Dataset {
    private final TensorSplit train;
    private final TensorSplit validation;
    private final NDArray brightest;
    private final NDArray middle;
    private boolean augments;
    private boolean inputPerTask;

    HalvesDataset(NDManager manager) {
      train = split(manager, 300, 1);
      validation = split(manager, 100, 2);
      brightest = manager.create(255f);
      middle = manager.create(0.5f);
    }

    private static TensorSplit split(NDManager manager, int size, long index) {
      RandomGenerator random = new Randomness(0).stream("halves", index);
      byte[] pixels = new byte[size * 16];
      long[] left = new long[size];
      long[] upper = new long[size];
      for (int i = 0; i < size; i++) {
        boolean leftBrighter = random.nextBoolean();
        boolean upperBrighter = random.nextBoolean();
        for (int p = 0; p < 16; p++) {
          int value = random.nextInt(116);
          value += leftBrighter == (p % 4 < 2) ? 70 : 0;
          value += upperBrighter == (p < 8) ? 70 : 0;
          pixels[i * 16 + p] = (byte) value;
        }
        left[i] = leftBrighter ? 1 : 0;
        upper[i] = upperBrighter ? 1 : 0;
      }
      NDArray images =
          manager.create(ByteBuffer.wrap(pixels), new Shape(size, 4, 4, 1), DataType.UINT8);
      return TensorSplit.of(images, List.of(manager.create(left), manager.create(upper)));
    }

    @Override
    public Split split(SplitName name) {
      TensorSplit split =
          switch (name) {
            case TRAIN -> train;
            case VALIDATION, TEST -> validation;
          };
      NDArray images = split.all().inputs().get(0);
      return inputPerTask
          ? new TensorSplit(new Examples(List.of(images, images), split.all().targets()))
          : split;
    }

    @Override
    public boolean augments() {
      return augments;
    }

    @Override
    public List<NDArray> prepare(List<NDArray> raw) {
      return raw.stream()
          .map(images -> images.toType(DataType.FLOAT32, false).div(brightest).sub(middle))
          .map(images -> images.transpose(0, 3, 1, 2))
          .toList();
    }
  }
}
