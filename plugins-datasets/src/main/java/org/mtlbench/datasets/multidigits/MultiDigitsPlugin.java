package org.mtlbench.datasets.multidigits;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
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
import org.mtlbench.datasets.images.ArrayCache;
import org.mtlbench.datasets.images.Augmentation;
import org.mtlbench.datasets.images.ImageDataset;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.mnist.DigitSet;
import org.mtlbench.datasets.mnist.Mnist;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.datasets.mnist.MnistFiles;
import org.mtlbench.datasets.multimnist.MultiMnistConfig;
import org.mtlbench.datasets.multimnist.MultiMnistPlugin;
import org.mtlbench.datasets.multimnist.PairTasks;
import org.mtlbench.datasets.source.FileCheck;

/**
 * Grids of 2 to 9 MNIST digits, one task per digit; suitable for methods that group tasks. The
 * 60,000 training digits are split into 50,000 for training and 10,000 for validation before images
 * are drawn within each split.
 */
public final class MultiDigitsPlugin implements DatasetPlugin<MultiDigitsConfig> {
  static final int DIGITS = 4;
  private static final int VALIDATION = 10_000;

  /**
   * Version of the construction; must be increased when the same config and files give other
   * arrays.
   */
  private static final int RECIPE = 1;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "multidigits", "MultiDigits", "", List.of("needs the MNIST files", "2 to 9 tasks"));
  }

  @Override
  public MultiDigitsConfig defaults() {
    return new MultiDigitsConfig(DIGITS, MultiMnistConfig.DEFAULT_SEED);
  }

  @Override
  public DatasetFacts facts(MultiDigitsConfig config, DataAccess access) {
    DigitGrid grid = new DigitGrid(config.digits());
    return new DatasetFacts(
        GridTasks.tasks(grid),
        GridTasks.input(grid),
        PairTasks.BACKBONE,
        MnistFile.TRAIN_IMAGES.count() - VALIDATION,
        VALIDATION,
        MnistFile.TEST_IMAGES.count(),
        false);
  }

  @Override
  public List<SourceFile> inspect(MultiDigitsConfig config, DataAccess access) {
    return new MnistFiles(access.root()).inspect();
  }

  @Override
  public void fetch(MultiDigitsConfig config, DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException {
    MultiMnistPlugin pairs = new MultiMnistPlugin();
    pairs.fetch(pairs.defaults(), access, log);
  }

  @Override
  public Dataset open(MultiDigitsConfig config, DataAccess access, NDManager manager) {
    Mnist mnist = new MnistFiles(access.root()).load();
    if (!access.allowUnverified()) {
      FileCheck.requireVerified(mnist.checks());
    }
    ArrayCache cache = new ArrayCache(access.cache());
    return new ImageDataset(
        cache.get("multidigits", recipe(config, mnist), () -> build(config, mnist)),
        PairTasks.NORMALISATION,
        Augmentation.none(),
        manager);
  }

  /** Builds the arrays from digits in memory. */
  static ImageSplits build(MultiDigitsConfig config, Mnist mnist) {
    Randomness randomness = new Randomness(config.seed());
    int n = mnist.train().size();
    int[] order = Permutation.of(n, randomness.stream("multidigits-split"));
    DigitSet train = mnist.train().select(Arrays.copyOf(order, n - VALIDATION));
    DigitSet validation = mnist.train().select(Arrays.copyOfRange(order, n - VALIDATION, n));
    return new DigitGrid(config.digits()).draw(train, validation, mnist.test(), randomness);
  }

  private static String recipe(MultiDigitsConfig config, Mnist mnist) {
    return "multidigits " + RECIPE + " " + config + " " + FileCheck.recipe(mnist.checks());
  }
}
