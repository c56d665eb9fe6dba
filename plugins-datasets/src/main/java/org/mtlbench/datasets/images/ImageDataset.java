package org.mtlbench.datasets.images;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.dataset.TrainingEpoch;
import org.mtlbench.toolbox.dataset.TensorSplit;

/** Images as tensors, kept as bytes until a batch is prepared. */
public final class ImageDataset implements Dataset {
  private final Map<SplitName, TensorSplit> splits = new EnumMap<>(SplitName.class);
  private final TrainingImages training;
  private final NDArray factors;
  private final NDArray offsets;

  /**
   * Copies the arrays to the manager's device.
   *
   * @param normalisation with as many channels as the images
   * @param manager owner of the tensors
   */
  public ImageDataset(
      ImageSplits arrays,
      Normalisation normalisation,
      Augmentation augmentation,
      NDManager manager) {
    ImageShape shape = arrays.train().shape();
    if (normalisation.means().size() != shape.channels()) {
      throw new IllegalArgumentException(normalisation + " does not fit images of " + shape);
    }
    training = augmentation.of(arrays.train(), manager);
    // A full image of constants, since a broadcast over three channels is not vectorised.
    factors = constantImage(shape, normalisation::factor, manager);
    offsets = constantImage(shape, normalisation::offset, manager);
    splits.put(SplitName.TRAIN, split(training.images(), arrays.train(), manager));
    splits.put(SplitName.VALIDATION, split(arrays.validation(), manager));
    splits.put(SplitName.TEST, split(arrays.test(), manager));
  }

  @Override
  public Split split(SplitName name) {
    return splits.get(name);
  }

  /**
   * {@inheritDoc}
   *
   * <p>A byte x of an image (H, W, C) becomes (x / 255 - mean) / standard deviation, channel by
   * channel.
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
    return new Examples(List.of(training.augment(raw.inputs().get(0), random)), raw.targets());
  }

  @Override
  public boolean augments() {
    return !(training instanceof UnchangedImages);
  }

  @Override
  public Examples takeTraining(NDArray positions, RandomGenerator random) {
    return new Examples(
        List.of(training.augmentSelected(positions, random)),
        splits.get(SplitName.TRAIN).labels(positions));
  }

  @Override
  public TrainingEpoch trainingEpoch(List<Integer> sizes, IntFunction<RandomGenerator> random) {
    TrainingImages.Epoch epoch = training.epoch(sizes, random);
    return (positions, index) ->
        new Examples(
            List.of(epoch.take(positions, index)), splits.get(SplitName.TRAIN).labels(positions));
  }

  private static NDArray constantImage(
      ImageShape shape, IntToDoubleFunction channelValue, NDManager manager) {
    float[] values = new float[shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) channelValue.applyAsDouble(i % shape.channels());
    }
    return manager.create(values, new Shape(shape.height(), shape.width(), shape.channels()));
  }

  private static TensorSplit split(LabelledImages labelled, NDManager manager) {
    return split(labelled.tensor(manager), labelled, manager);
  }

  private static TensorSplit split(NDArray images, LabelledImages labelled, NDManager manager) {
    return TensorSplit.of(
        images, labelled.labels().stream().map(labels -> target(labels, manager)).toList());
  }

  private static NDArray target(byte[] labels, NDManager manager) {
    long[] classes = new long[labels.length];
    for (int i = 0; i < labels.length; i++) {
      classes[i] = labels[i];
    }
    return manager.create(classes);
  }
}
