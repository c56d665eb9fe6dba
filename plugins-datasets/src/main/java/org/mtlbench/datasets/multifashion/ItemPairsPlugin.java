package org.mtlbench.datasets.multifashion;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.datasets.fetch.Downloader;
import org.mtlbench.datasets.fetch.MnistFetch;
import org.mtlbench.datasets.images.ArrayCache;
import org.mtlbench.datasets.images.Augmentation;
import org.mtlbench.datasets.images.ImageDataset;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.mnist.Mnist;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.datasets.mnist.MnistFiles;
import org.mtlbench.datasets.mnist.MnistVariant;
import org.mtlbench.datasets.multimnist.MultiMnistConfig;
import org.mtlbench.datasets.multimnist.PairTasks;
import org.mtlbench.datasets.source.FileCheck;

/**
 * Two overlapping items per image, each from the IDX files of MNIST or Fashion-MNIST. The 60,000
 * training items of each are split into 50,000 for training and 10,000 for validation before images
 * are drawn within each split.
 */
abstract class ItemPairsPlugin implements DatasetPlugin<MultiFashionConfig> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Version of the construction; must be increased when the same config and files give other
   * arrays.
   */
  private static final int RECIPE = 1;

  private final MnistVariant left;
  private final MnistVariant right;
  private final List<Task> tasks;
  private final Normalisation normalisation;

  /**
   * @param left source of the upper left items
   * @param right source of the lower right items
   * @param tasks the classes of the upper left and of the lower right item
   * @param normalisation mean and standard deviation of the sources' training pixels
   */
  ItemPairsPlugin(
      MnistVariant left, MnistVariant right, List<Task> tasks, Normalisation normalisation) {
    this.left = left;
    this.right = right;
    this.tasks = List.copyOf(tasks);
    this.normalisation = normalisation;
  }

  @Override
  public final MultiFashionConfig defaults() {
    return new MultiFashionConfig(
        MultiMnistConfig.DEFAULT_SEED,
        Construction.MULTIMNIST,
        MultiFashionConfig.TRAIN_ITEMS,
        MultiFashionConfig.VALIDATION_ITEMS);
  }

  @Override
  public final DatasetFacts facts(MultiFashionConfig config, DataAccess access) {
    return new DatasetFacts(
        tasks,
        config.construction().input(),
        PairTasks.BACKBONE,
        config.trainSize(),
        config.validationSize(),
        MnistFile.TEST_IMAGES.count() * config.construction().imagesPerItem(),
        config.availableTrainSize(),
        false);
  }

  @Override
  public final List<SourceFile> inspect(MultiFashionConfig config, DataAccess access) {
    List<SourceFile> files = new ArrayList<>();
    for (MnistVariant source : sources()) {
      files.addAll(new MnistFiles(source, access.root()).inspect());
    }
    return files;
  }

  @Override
  public final void fetch(MultiFashionConfig config, DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException {
    Downloader downloader = new Downloader(PATIENCE, log);
    List<String> failures = new ArrayList<>();
    for (MnistVariant source : sources()) {
      try {
        MnistFetch.published(source, downloader, log).fetchTo(access.root());
      } catch (IOException e) {
        failures.add(e.getMessage());
      }
    }
    if (!failures.isEmpty()) {
      throw new IOException(String.join("\n", failures));
    }
  }

  @Override
  public final Dataset open(MultiFashionConfig config, DataAccess access, NDManager manager) {
    Map<MnistVariant, Mnist> items = new EnumMap<>(MnistVariant.class);
    List<FileCheck> checks = new ArrayList<>();
    for (MnistVariant source : sources()) {
      Mnist loaded = new MnistFiles(source, access.root()).load();
      items.put(source, loaded);
      checks.addAll(loaded.checks());
    }
    if (!access.allowUnverified()) {
      FileCheck.requireVerified(checks);
    }
    String id = descriptor().id();
    ImageSplits arrays =
        new ArrayCache(access.cache())
            .get(
                id,
                String.join(
                    " ",
                    id,
                    "" + RECIPE,
                    "" + config.seed(),
                    config.construction().name(),
                    FileCheck.recipe(checks)),
                () ->
                    left == right
                        ? build(config, items.get(left))
                        : build(config, items.get(left), items.get(right)));
    return new ImageDataset(
        arrays.first(config.trainSize(), config.validationSize()),
        normalisation,
        Augmentation.none(),
        manager);
  }

  /** Builds the arrays of images whose items are of one data set. */
  static ImageSplits build(MultiFashionConfig config, Mnist items) {
    Randomness randomness = new Randomness(config.seed());
    Halves halves = Halves.of(items.train(), randomness, 0);
    return draw(
        config.construction(),
        randomness,
        Pool.of(halves.train()),
        Pool.of(halves.validation()),
        Pool.of(items.test()));
  }

  /** Builds the arrays of images whose items are of two data sets. */
  static ImageSplits build(MultiFashionConfig config, Mnist left, Mnist right) {
    Randomness randomness = new Randomness(config.seed());
    Halves first = Halves.of(left.train(), randomness, 0);
    Halves second = Halves.of(right.train(), randomness, 1);
    return draw(
        config.construction(),
        randomness,
        Pool.of(first.train(), second.train()),
        Pool.of(first.validation(), second.validation()),
        Pool.of(left.test(), right.test()));
  }

  private static ImageSplits draw(
      Construction construction, Randomness randomness, Pool train, Pool validation, Pool test) {
    return new ImageSplits(
        construction.draw(train, randomness.stream("item-pairing", 0)),
        construction.draw(validation, randomness.stream("item-pairing", 1)),
        construction.draw(test, randomness.stream("item-pairing", 2)));
  }

  /** The training items of a data set, split. */
  private record Halves(DigitSet train, DigitSet validation) {
    static Halves of(DigitSet items, Randomness randomness, long source) {
      int n = items.size();
      int[] order = Permutation.of(n, randomness.stream("item-split", source));
      int train = n - MultiFashionConfig.VALIDATION_ITEMS;
      return new Halves(
          items.select(Arrays.copyOf(order, train)),
          items.select(Arrays.copyOfRange(order, train, n)));
    }
  }

  private Set<MnistVariant> sources() {
    return EnumSet.of(left, right);
  }
}
