package org.mtlbench.datasets.synthetic;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.stream.IntStream;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.cifar10mnist.Cifar10MnistConfig;
import org.mtlbench.datasets.cifar10mnist.Cifar10MnistTasks;
import org.mtlbench.datasets.cifar10mnist.DigitBlend;
import org.mtlbench.datasets.cifar10mnist.Rotation;
import org.mtlbench.datasets.images.ImageDataset;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.images.LabelledImages;

/**
 * Synthetic variant of Cifar10Mnist: the same construction from generated textures and digits, with
 * the same tasks, networks and rotation. Needs no files and no network. Results are not comparable
 * with real data.
 */
public final class SyntheticCifar10MnistPlugin
    implements DatasetPlugin<SyntheticCifar10MnistConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "cifar10mnist-synthetic",
        "Cifar10Mnist (synthetic)",
        "",
        List.of("generated textures and digits, no files needed"));
  }

  @Override
  public SyntheticCifar10MnistConfig defaults() {
    return new SyntheticCifar10MnistConfig(
        Cifar10MnistConfig.DEFAULT_SEED, Cifar10MnistConfig.DEFAULT_ROTATION, 10_000, 2_000, 2_000);
  }

  @Override
  public DatasetFacts facts(SyntheticCifar10MnistConfig config, DataAccess access) {
    return new DatasetFacts(
        Cifar10MnistTasks.tasks(),
        Cifar10MnistTasks.INPUT,
        Cifar10MnistTasks.BACKBONE,
        config.trainSize(),
        config.validationSize(),
        config.testSize(),
        true);
  }

  @Override
  public Dataset open(SyntheticCifar10MnistConfig config, DataAccess access, NDManager manager) {
    return new ImageDataset(
        build(config), Cifar10MnistTasks.NORMALISATION, Rotation.upTo(config.rotation()), manager);
  }

  /** Builds the arrays; takes a few seconds at the default sizes. */
  static ImageSplits build(SyntheticCifar10MnistConfig config) {
    Randomness randomness = new Randomness(config.seed());
    return new ImageSplits(
        part(config.trainSize(), randomness, 0),
        part(config.validationSize(), randomness, 1),
        part(config.testSize(), randomness, 2));
  }

  private static LabelledImages part(int n, Randomness randomness, long part) {
    return DigitBlend.of(
        TextureImages.of(n, randomness, part),
        StrokeDigits.of(n, randomness, part),
        IntStream.range(0, n).toArray());
  }
}
