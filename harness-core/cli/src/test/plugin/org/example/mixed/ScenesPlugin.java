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
 * 8x8 images with two dense tasks: the side of a slope, and the depth, of which 10% are missing.
 * Training batches are mirrored at random, with their labels.
 */
public final class ScenesPlugin implements DatasetPlugin<ScenesPlugin.Config> {
  private static final int SIDE = 8;
  private static final int PIXELS = SIDE * SIDE;
  private static final int OTHERS = 24;

  /** Number of examples. */
  public record Config(
      @ConfigKey(value = "training examples", allowed = "at least 1") int trainSize) {
    public Config {
      Checks.start().count("train-size", trainSize).finish();
    }
  }

  @Override
  public Descriptor descriptor() {
    return new Descriptor("scenes", "Scenes", "", List.of("8x8 images", "labels per pixel"));
  }

  @Override
  public Config defaults() {
    return new Config(96);
  }

  @Override
  public DatasetFacts facts(Config config, DataAccess access) {
    List<Task> tasks = List.of(Tasks.segmentation("ground", 2), Tasks.depth("depth"));
    return new DatasetFacts(
        tasks,
        InputSpec.of(1, SIDE, SIDE),
        "encoder-decoder",
        config.trainSize(),
        OTHERS,
        OTHERS,
        true);
  }

  @Override
  public Dataset open(Config config, DataAccess access, NDManager manager) {
    return new Scenes(
        split(SplitName.TRAIN, config.trainSize(), manager),
        split(SplitName.VALIDATION, OTHERS, manager),
        split(SplitName.TEST, OTHERS, manager));
  }

  private record Scenes(Split train, Split validation, Split test) implements Dataset {
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

    /** Mirrors the whole batch with probability 1/2. */
    @Override
    public Examples augment(Examples raw, RandomGenerator random) {
      if (random.nextBoolean()) {
        return raw;
      }
      return new Examples(
          raw.inputs().stream().map(input -> input.flip(3)).toList(),
          raw.targets().stream()
              .map(
                  target ->
                      new Labelled(
                          target.values().flip(target.values().getShape().dimension() - 1),
                          target.mask().map(mask -> mask.flip(2))))
              .toList());
    }
  }

  private static Split split(SplitName name, int size, NDManager manager) {
    RandomGenerator random = new Randomness(12).stream(name.name());
    float[] images = new float[size * PIXELS];
    long[] ground = new long[size * PIXELS];
    float[] depth = new float[size * PIXELS];
    boolean[] known = new boolean[size * PIXELS];
    for (int i = 0; i < size; i++) {
      double slope = random.nextGaussian();
      double height = SIDE * (0.3 + 0.4 * random.nextDouble());
      for (int p = 0; p < PIXELS; p++) {
        int at = i * PIXELS + p;
        double above = p / SIDE - height - slope * (p % SIDE - SIDE / 2.0) / 2;
        ground[at] = above > 0 ? 1 : 0;
        depth[at] = (float) (above > 0 ? 1 + 1 / (1 + above) : 3);
        known[at] = random.nextDouble() >= 0.1;
        images[at] = (float) ((above > 0 ? 1 : -1) + 0.5 * random.nextGaussian());
      }
    }
    return new TensorSplit(
        new Examples(
            List.of(manager.create(images, new Shape(size, 1, SIDE, SIDE))),
            List.of(
                Labelled.complete(manager.create(ground, new Shape(size, SIDE, SIDE))),
                Labelled.masked(
                    manager.create(depth, new Shape(size, 1, SIDE, SIDE)),
                    manager.create(known, new Shape(size, SIDE, SIDE))))));
  }
}
