package org.mtlbench.datasets.multimnist;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.fetch.Downloader;
import org.mtlbench.datasets.fetch.MnistFetch;
import org.mtlbench.datasets.images.ArrayCache;
import org.mtlbench.datasets.images.Augmentation;
import org.mtlbench.datasets.images.ImageDataset;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.mnist.Mnist;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.datasets.mnist.MnistFiles;
import org.mtlbench.datasets.mnist.MnistVariant;
import org.mtlbench.datasets.source.FileCheck;

/**
 * MultiMNIST from MNIST's IDX files: two overlapping digits per image. The 60,000 training digits
 * are split into 50,000 for training and 10,000 for validation before partners are drawn within
 * each split.
 */
public final class MultiMnistPlugin implements DatasetPlugin<MultiMnistConfig> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Version of the construction; must be increased when the same config and files give other
   * arrays.
   */
  private static final int RECIPE = 1;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "multimnist",
        "MultiMNIST",
        "Sabour, Frosst, Hinton: Dynamic Routing Between Capsules, NeurIPS 2017;"
            + " canvas of Sener, Koltun: Multi-Task Learning as Multi-Objective Optimization,"
            + " NeurIPS 2018",
        List.of("needs the MNIST files"));
  }

  @Override
  public MultiMnistConfig defaults() {
    return new MultiMnistConfig(
        MultiMnistConfig.DEFAULT_SEED,
        Resize.LINEAR,
        MultiMnistConfig.TRAIN_SIZE,
        MultiMnistConfig.VALIDATION_SIZE);
  }

  @Override
  public DatasetFacts facts(MultiMnistConfig config, DataAccess access) {
    return new DatasetFacts(
        PairTasks.tasks(),
        PairTasks.INPUT,
        PairTasks.BACKBONE,
        config.trainSize(),
        config.validationSize(),
        MnistFile.TEST_IMAGES.count(),
        MultiMnistConfig.TRAIN_SIZE,
        false);
  }

  @Override
  public List<SourceFile> inspect(MultiMnistConfig config, DataAccess access) {
    return new MnistFiles(access.root()).inspect();
  }

  @Override
  public void fetch(MultiMnistConfig config, DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException {
    MnistFetch.published(MnistVariant.MNIST, new Downloader(PATIENCE, log), log)
        .fetchTo(access.root());
  }

  @Override
  public Dataset open(MultiMnistConfig config, DataAccess access, NDManager manager) {
    Mnist mnist = new MnistFiles(access.root()).load();
    if (!access.allowUnverified()) {
      FileCheck.requireVerified(mnist.checks());
    }
    ArrayCache cache = new ArrayCache(access.cache());
    return new ImageDataset(
        cache
            .get("multimnist", recipe(config, mnist), () -> build(config, mnist))
            .first(config.trainSize(), config.validationSize()),
        PairTasks.NORMALISATION,
        Augmentation.none(),
        manager);
  }

  /** Builds the arrays from digits in memory. */
  static ImageSplits build(MultiMnistConfig config, Mnist mnist) {
    Randomness randomness = new Randomness(config.seed());
    int n = mnist.train().size();
    int[] order = Permutation.of(n, randomness.stream("multimnist-split"));
    DigitSet train =
        mnist.train().select(Arrays.copyOf(order, n - MultiMnistConfig.VALIDATION_SIZE));
    DigitSet validation =
        mnist.train().select(Arrays.copyOfRange(order, n - MultiMnistConfig.VALIDATION_SIZE, n));
    return PairSplits.of(train, validation, mnist.test(), randomness, config.resize());
  }

  private static String recipe(MultiMnistConfig config, Mnist mnist) {
    return "multimnist "
        + RECIPE
        + " "
        + config.seed()
        + " "
        + config.resize()
        + " "
        + FileCheck.recipe(mnist.checks());
  }
}
