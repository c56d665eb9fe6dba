package org.mtlbench.datasets.images;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.datasets.augmentation.ExampleAugmentation;

/**
 * Images (N, H, W, C), uint8 or float32, whose splits are in memory or read on access.
 */
public final class StreamedDataset implements Dataset {
  private final Map<SplitName, Split> splits;
  private final NDArray factors;
  private final NDArray offsets;
  private final ExampleAugmentation augmentation;

  /**
   * Creates a dataset of three splits.
   *
   * @param normalisation normalisation of the channels
   * @param brightest raw value that corresponds to 1: 255 for bytes
   * @param manager owner of the constants, on the device to use
   */
  public StreamedDataset(
      Map<SplitName, Split> splits,
      Normalisation normalisation,
      double brightest,
      ExampleAugmentation augmentation,
      NDManager manager) {
    this.splits = Map.copyOf(splits);
    this.augmentation = augmentation;
    int channels = normalisation.means().size();
    float[] factor = new float[channels];
    float[] offset = new float[channels];
    for (int c = 0; c < channels; c++) {
      factor[c] = (float) (1 / (brightest * normalisation.deviations().get(c)));
      offset[c] = (float) (normalisation.means().get(c) / normalisation.deviations().get(c));
    }
    factors = manager.create(factor);
    offsets = manager.create(offset);
  }

  @Override
  public Split split(SplitName name) {
    return splits.get(name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A value x becomes (x / brightest - mean) / standard deviation, channel by channel.
   */
  @Override
  public List<NDArray> prepare(List<NDArray> raw) {
    return List.of(
        raw.get(0)
            .toType(DataType.FLOAT32, true)
            .muli(factors)
            .subi(offsets)
            .transpose(0, 3, 1, 2));
  }

  @Override
  public Examples augment(Examples raw, RandomGenerator random) {
    return augmentation.of(raw, random);
  }

  @Override
  public boolean augments() {
    return augmentation.changes();
  }
}
