package org.mtlbench.datasets.synthetic;

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
import org.mtlbench.datasets.multimnist.PairSplits;
import org.mtlbench.datasets.multimnist.PairTasks;
import org.mtlbench.datasets.multimnist.Resize;

/**
 * Synthetic variant of MultiMNIST: the same construction from generated digits, with the same tasks
 * and networks. Needs no files and no network. Results are not comparable with real data.
 */
public final class SyntheticMultiMnistPlugin implements DatasetPlugin<SyntheticConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "multimnist-synthetic",
        "MultiMNIST (synthetic)",
        "",
        List.of("generated digits, no files needed"));
  }

  @Override
  public SyntheticConfig defaults() {
    return new SyntheticConfig(MultiMnistConfig.DEFAULT_SEED, Resize.LINEAR, 10_000, 2_000, 2_000);
  }

  @Override
  public DatasetFacts facts(SyntheticConfig config, DataAccess access) {
    return new DatasetFacts(
        PairTasks.tasks(),
        PairTasks.INPUT,
        PairTasks.BACKBONE,
        config.trainSize(),
        config.validationSize(),
        config.testSize(),
        true);
  }

  @Override
  public Dataset open(SyntheticConfig config, DataAccess access, NDManager manager) {
    return new ImageDataset(build(config), PairTasks.NORMALISATION, Augmentation.none(), manager);
  }

  /** Builds the arrays; takes less than two seconds at the default sizes. */
  static ImageSplits build(SyntheticConfig config) {
    Randomness randomness = new Randomness(config.seed());
    return PairSplits.of(
        StrokeDigits.of(config.trainSize(), randomness, 0),
        StrokeDigits.of(config.validationSize(), randomness, 1),
        StrokeDigits.of(config.testSize(), randomness, 2),
        randomness,
        config.resize());
  }
}
