package org.mtlbench.datasets.cifar10mnist;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.cifar10.Cifar10;
import org.mtlbench.datasets.cifar10.Cifar10File;
import org.mtlbench.datasets.cifar10.Cifar10Files;
import org.mtlbench.datasets.fetch.Cifar10Fetch;
import org.mtlbench.datasets.fetch.Downloader;
import org.mtlbench.datasets.fetch.MnistFetch;
import org.mtlbench.datasets.images.ArrayCache;
import org.mtlbench.datasets.images.ImageDataset;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.mnist.Mnist;
import org.mtlbench.datasets.mnist.MnistFiles;
import org.mtlbench.datasets.mnist.MnistVariant;
import org.mtlbench.datasets.source.FileCheck;

/**
 * Cifar10Mnist from the files of CIFAR-10 and MNIST: digit i blended over image i. The 50,000
 * training images, blended with the first 50,000 training digits, are split into 40,000 for
 * training and 10,000 for validation; only training images are rotated.
 */
public final class Cifar10MnistPlugin implements DatasetPlugin<Cifar10MnistConfig> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Version of the construction; must be increased when the same config and files give other
   * arrays.
   */
  private static final int RECIPE = 1;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "cifar10mnist",
        "Cifar10Mnist",
        "Hotegni, Berkemeier, Peitz: Multi-Objective Optimization for Sparse Deep Multi-Task"
            + " Learning, IJCNN 2024",
        List.of("needs the CIFAR-10 and MNIST files"));
  }

  @Override
  public Cifar10MnistConfig defaults() {
    return new Cifar10MnistConfig(
        Cifar10MnistConfig.DEFAULT_SEED,
        Cifar10MnistConfig.DEFAULT_ROTATION,
        Cifar10MnistConfig.TRAIN_SIZE,
        Cifar10MnistConfig.VALIDATION_SIZE);
  }

  @Override
  public DatasetFacts facts(Cifar10MnistConfig config, DataAccess access) {
    return new DatasetFacts(
        Cifar10MnistTasks.tasks(),
        Cifar10MnistTasks.INPUT,
        Cifar10MnistTasks.BACKBONE,
        config.trainSize(),
        config.validationSize(),
        Cifar10File.RECORDS,
        Cifar10MnistConfig.TRAIN_SIZE,
        false);
  }

  @Override
  public List<SourceFile> inspect(Cifar10MnistConfig config, DataAccess access) {
    List<SourceFile> files = new ArrayList<>(new Cifar10Files(access.root()).inspect());
    files.addAll(new MnistFiles(access.root()).inspect());
    return files;
  }

  @Override
  public void fetch(Cifar10MnistConfig config, DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException {
    Downloader downloader = new Downloader(PATIENCE, log);
    List<String> failures = new ArrayList<>();
    try {
      MnistFetch.published(MnistVariant.MNIST, downloader, log).fetchTo(access.root());
    } catch (IOException e) {
      failures.add(e.getMessage());
    }
    try {
      Cifar10Fetch.published(downloader, log).fetchTo(access.root());
    } catch (IOException e) {
      failures.add(e.getMessage());
    }
    if (!failures.isEmpty()) {
      throw new IOException(String.join("\n", failures));
    }
  }

  @Override
  public Dataset open(Cifar10MnistConfig config, DataAccess access, NDManager manager) {
    Cifar10Files cifar10 = new Cifar10Files(access.root());
    List<FileCheck> checks = new ArrayList<>(cifar10.check());
    Mnist mnist = new MnistFiles(access.root()).load();
    checks.addAll(mnist.checks());
    if (!access.allowUnverified()) {
      FileCheck.requireVerified(checks);
    }
    String recipe = "cifar10mnist " + RECIPE + " " + config.seed() + " " + FileCheck.recipe(checks);
    ImageSplits arrays =
        new ArrayCache(access.cache())
            .get("cifar10mnist", recipe, () -> build(config.seed(), cifar10.load(), mnist));
    return new ImageDataset(
        arrays.first(config.trainSize(), config.validationSize()),
        Cifar10MnistTasks.NORMALISATION,
        Rotation.upTo(config.rotation()),
        manager);
  }

  /** Builds the arrays from images and digits in memory. */
  static ImageSplits build(long seed, Cifar10 cifar10, Mnist mnist) {
    int n = cifar10.train().size();
    int[] order = Permutation.of(n, new Randomness(seed).stream("cifar10mnist-split"));
    return new ImageSplits(
        DigitBlend.of(
            cifar10.train(),
            mnist.train(),
            Arrays.copyOf(order, n - Cifar10MnistConfig.VALIDATION_SIZE)),
        DigitBlend.of(
            cifar10.train(),
            mnist.train(),
            Arrays.copyOfRange(order, n - Cifar10MnistConfig.VALIDATION_SIZE, n)),
        DigitBlend.of(
            cifar10.test(), mnist.test(), IntStream.range(0, cifar10.test().size()).toArray()));
  }
}
