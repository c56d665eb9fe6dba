package org.example.mixed;

import org.mtlbench.api.dataset.InputSpec;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.dataset.TensorSplit;
import org.mtlbench.toolbox.task.Tasks;

/**
 * A table with six features and three tasks: the kind of a house, two measures, and its signs. 30%
 * of the signs are missing.
 */
public final class HousesPlugin implements DatasetPlugin<HousesPlugin.Config> {
  private static final int FEATURES = 6;
  private static final int KINDS = 3;
  private static final int SIGNS = 3;
  private static final int OTHERS = 80;

  /** Number of examples. */
  public record Config(
      @ConfigKey(value = "training examples", allowed = "at least 1") int trainSize) {
    public Config {
      Checks.start().count("train-size", trainSize).finish();
    }
  }

  @Override
  public Descriptor descriptor() {
    return new Descriptor("houses", "Houses", "", List.of("a table of six features"));
  }

  @Override
  public Config defaults() {
    return new Config(240);
  }

  @Override
  public DatasetFacts facts(Config config, DataAccess access) {
    List<Task> tasks =
        List.of(
            Tasks.classification("kind", KINDS),
            Tasks.regression("measures", 2),
            Tasks.multiLabel("signs", SIGNS));
    return new DatasetFacts(
        tasks, InputSpec.of(FEATURES), "mlp", config.trainSize(), OTHERS, OTHERS, true);
  }

  @Override
  public Dataset open(Config config, DataAccess access, NDManager manager) {
    Split train = split(SplitName.TRAIN, config.trainSize(), manager);
    Split validation = split(SplitName.VALIDATION, OTHERS, manager);
    Split test = split(SplitName.TEST, OTHERS, manager);
    return new Houses(train, validation, test);
  }

  private record Houses(Split train, Split validation, Split test) implements Dataset {
    @Override
    public Split split(SplitName name) {
      return switch (name) {
        case TRAIN -> train;
        case VALIDATION -> validation;
        case TEST -> test;
      };
    }

    @Override
    public List<NDArray> prepare(List<NDArray> raw) {
      return raw;
    }
  }

  private static Split split(SplitName name, int size, NDManager manager) {
    RandomGenerator random = new Randomness(11).stream(name.name());
    float[] features = new float[size * FEATURES];
    long[] kinds = new long[size];
    float[] measures = new float[size * 2];
    float[] signs = new float[size * SIGNS];
    boolean[] known = new boolean[size * SIGNS];
    for (int i = 0; i < size; i++) {
      int at = i * FEATURES;
      for (int f = 0; f < FEATURES; f++) {
        features[at + f] = (float) random.nextGaussian();
      }
      double slope = features[at] + 0.5 * features[at + 1];
      kinds[i] = slope > 0.5 ? 2 : slope > -0.5 ? 1 : 0;
      measures[2 * i] = (float) (3 + features[at + 2] + 0.1 * random.nextGaussian());
      measures[2 * i + 1] = features[at] - features[at + 3];
      for (int s = 0; s < SIGNS; s++) {
        known[i * SIGNS + s] = random.nextDouble() >= 0.3;
        float sign = features[at + 3 + s] > 0 ? 1 : 0;
        signs[i * SIGNS + s] = known[i * SIGNS + s] ? sign : Float.NaN;
      }
    }
    return new TensorSplit(
        new Examples(
            List.of(manager.create(features, new Shape(size, FEATURES))),
            List.of(
                Labelled.complete(manager.create(kinds)),
                Labelled.complete(manager.create(measures, new Shape(size, 2))),
                Labelled.masked(
                    manager.create(signs, new Shape(size, SIGNS)),
                    manager.create(known, new Shape(size, SIGNS))))));
  }
}
