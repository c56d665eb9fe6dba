package @{package};

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.plugin.Registry;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.dataset.TensorSplit;
import org.mtlbench.toolbox.task.Tasks;

/** Points in a square, with two tasks: the side of a diagonal, and the distance from the centre. */
public final class @{Name}Plugin implements DatasetPlugin<@{Name}Plugin.Config> {
  private static final int FEATURES = 2;

  /** Contributes the plugin; listed in META-INF/services. */
  public static final class Contribution implements Bundle {
    @Override
    public void contribute(Registry registry) {
      registry.dataset(new @{Name}Plugin());
    }
  }

  /** The config. */
  public record Config(
      @ConfigKey(value = "seed of the points, not of training", allowed = "any whole number")
          long seed,
      @ConfigKey(value = "training examples", allowed = "1 to 1000000") int trainSize,
      @ConfigKey(value = "validation examples", allowed = "1 to 1000000") int validationSize,
      @ConfigKey(value = "test examples", allowed = "1 to 1000000") int testSize) {
    public Config {
      Checks.start()
          .count("train-size", trainSize)
          .count("validation-size", validationSize)
          .count("test-size", testSize)
          .finish();
    }
  }

  @Override
  public Descriptor descriptor() {
    return new Descriptor("@{id}", "@{title}", "", List.of("a table of two features"));
  }

  @Override
  public Config defaults() {
    return new Config(42, 1000, 250, 250);
  }

  /** Tasks, inputs, suggested backbone and sizes; the last argument marks the data as synthetic. */
  @Override
  public DatasetFacts facts(Config config, DataAccess access) {
    return new DatasetFacts(
        List.of(Tasks.classification("side", 2), Tasks.regression("distance", 1)),
        InputSpec.of(FEATURES),
        "mlp",
        config.trainSize(),
        config.validationSize(),
        config.testSize(),
        true);
  }

  @Override
  public Dataset open(Config config, DataAccess access, NDManager manager) {
    Map<SplitName, Split> splits = new EnumMap<>(SplitName.class);
    splits.put(SplitName.TRAIN, split(SplitName.TRAIN, config.trainSize(), config, manager));
    splits.put(
        SplitName.VALIDATION,
        split(SplitName.VALIDATION, config.validationSize(), config, manager));
    splits.put(SplitName.TEST, split(SplitName.TEST, config.testSize(), config, manager));
    return new Opened(splits);
  }

  private static Split split(SplitName name, int size, Config config, NDManager manager) {
    RandomGenerator random = new Randomness(config.seed()).stream(name.name());
    float[] points = new float[size * FEATURES];
    long[] sides = new long[size];
    float[] distances = new float[size];
    for (int i = 0; i < size; i++) {
      double x = random.nextDouble(-1, 1);
      double y = random.nextDouble(-1, 1);
      points[FEATURES * i] = (float) x;
      points[FEATURES * i + 1] = (float) y;
      sides[i] = x + y > 0 ? 1 : 0;
      distances[i] = (float) Math.hypot(x, y);
    }
    // for missing labels or an input per task: new TensorSplit(new Examples(inputs, labels))
    return TensorSplit.of(
        manager.create(points, new Shape(size, FEATURES)),
        List.of(manager.create(sides), manager.create(distances, new Shape(size, 1))));
  }

  private record Opened(Map<SplitName, Split> splits) implements Dataset {
    @Override
    public Split split(SplitName name) {
      return splits.get(name);
    }

    /** The network's inputs, already float32. Images would be scaled and normalised here. */
    @Override
    public List<NDArray> prepare(List<NDArray> raw) {
      return raw;
    }

    /** Whether {@link #augment} changes training examples. */
    @Override
    public boolean augments() {
      return false;
    }
  }
}
