package org.mtlbench.datasets.multidigits;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.images.Augmentation;
import org.mtlbench.datasets.images.ImageDataset;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.multimnist.MultiMnistConfig;
import org.mtlbench.datasets.multimnist.PairTasks;
import org.mtlbench.datasets.synthetic.StrokeDigits;

/**
 * Synthetic variant of {@code multidigits}: grids of 2 to 9 generated digits. Needs no files and no
 * network. Results are not comparable with real data.
 */
public final class SyntheticMultiDigitsPlugin implements DatasetPlugin<SyntheticMultiDigitsConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "multidigits-synthetic",
        "MultiDigits (synthetic)",
        "",
        List.of("generated digits, no files needed", "2 to 9 tasks"));
  }

  @Override
  public SyntheticMultiDigitsConfig defaults() {
    return new SyntheticMultiDigitsConfig(
        MultiDigitsPlugin.DIGITS, MultiMnistConfig.DEFAULT_SEED, 10_000, 2_000, 2_000);
  }

  @Override
  public DatasetFacts facts(SyntheticMultiDigitsConfig config, DataAccess access) {
    DigitGrid grid = new DigitGrid(config.digits());
    return new DatasetFacts(
        GridTasks.tasks(grid),
        GridTasks.input(grid),
        PairTasks.BACKBONE,
        config.trainSize(),
        config.validationSize(),
        config.testSize(),
        true);
  }

  @Override
  public Dataset open(SyntheticMultiDigitsConfig config, DataAccess access, NDManager manager) {
    return new ImageDataset(build(config), PairTasks.NORMALISATION, Augmentation.none(), manager);
  }

  /** Builds the arrays; takes less than two seconds at the default sizes. */
  static ImageSplits build(SyntheticMultiDigitsConfig config) {
    Randomness randomness = new Randomness(config.seed());
    return new DigitGrid(config.digits())
        .draw(
            StrokeDigits.of(config.trainSize(), randomness, 0),
            StrokeDigits.of(config.validationSize(), randomness, 1),
            StrokeDigits.of(config.testSize(), randomness, 2),
            randomness);
  }
}
