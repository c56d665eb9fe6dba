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
 * The embedded twin of {@code multidigits}: a grid of 2 to 9 digits that the program draws itself.
 * Needs no files and no network. Its figures say nothing of real data.
 */
public final class SyntheticMultiDigitsPlugin implements DatasetPlugin<SyntheticMultiDigitsConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "multidigits-synthetic",
        "MultiDigits (synthetic)",
        "",
        List.of("embedded: digits drawn by the program", "2 to 9 tasks"));
  }

  @Override
  public SyntheticMultiDigitsConfig defaults() {
    return new SyntheticMultiDigitsConfig(
        MultiDigitsPlugin.DIGITS, MultiMnistConfig.DEFAULT_SEED, 10_000, 2_000, 2_000);
  }

  @Override
  public DatasetFacts facts(SyntheticMultiDigitsConfig config, DataAccess access) {
    Grid grid = new Grid(config.digits());
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

  /** The arrays; drawn each time, which takes less than two seconds at the default sizes. */
  static ImageSplits build(SyntheticMultiDigitsConfig config) {
    Randomness randomness = new Randomness(config.seed());
    return new Grid(config.digits())
        .draw(
            StrokeDigits.of(config.trainSize(), randomness, 0),
            StrokeDigits.of(config.validationSize(), randomness, 1),
            StrokeDigits.of(config.testSize(), randomness, 2),
            randomness);
  }
}
