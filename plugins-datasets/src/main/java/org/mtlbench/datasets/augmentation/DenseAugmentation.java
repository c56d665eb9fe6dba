package org.mtlbench.datasets.augmentation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.task.Labelled;

/**
 * Scales each image by a random factor, crops it to the original size, and mirrors it with
 * probability 1/2, together with its labels: the augmentation of Liu, Johns and Davison (End-to-End Multi-Task
 * Learning with Attention, CVPR 2019). Depth is divided by the factor; the x component of
 * normals is negated in a mirrored image. Images and normals are interpolated bilinearly, other labels
 * use the nearest pixel.
 *
 * @param kinds kinds of the labels, in the order of the tasks
 * @param scales scale factors, each at least 1; empty for none
 * @param flip whether images are mirrored with probability 1/2
 */
public record DenseAugmentation(List<MapKind> kinds, List<Double> scales, boolean flip)
    implements ExampleAugmentation {

  public DenseAugmentation {
    kinds = List.copyOf(kinds);
    scales = List.copyOf(scales);
  }

  @Override
  public boolean changes() {
    return flip || scales.stream().anyMatch(scale -> scale != 1);
  }

  /**
   * {@inheritDoc}
   *
   * @param raw images (B, H, W, C) and maps of labels of the same height and width
   * @return images as float32 if scale factors are used, otherwise of their original type
   */
  @Override
  public Examples of(Examples raw, RandomGenerator random) {
    if (!changes()) {
      return raw;
    }
    NDArray images = raw.inputs().get(0);
    Shape shape = images.getShape();
    PixelSources sources = draw(shape, random, images.getManager());
    List<Labelled> labels = new ArrayList<>();
    for (int t = 0; t < kinds.size(); t++) {
      labels.add(changed(raw.targets().get(t), kinds.get(t), sources));
    }
    return new Examples(List.of(sources.interpolated(images)), labels);
  }

  private PixelSources draw(Shape images, RandomGenerator random, NDManager manager) {
    int size = Math.toIntExact(images.get(0));
    int height = Math.toIntExact(images.get(1));
    int width = Math.toIntExact(images.get(2));
    List<Crop> crops = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double scale = scales.isEmpty() ? 1 : scales.get(random.nextInt(scales.size()));
      int rows = (int) (height / scale);
      int columns = (int) (width / scale);
      crops.add(
          new Crop(
              scale,
              random.nextInt(height - rows + 1),
              random.nextInt(width - columns + 1),
              rows,
              columns,
              flip && random.nextBoolean()));
    }
    return PixelSources.of(crops, height, width, manager);
  }

  private static Labelled changed(Labelled labels, MapKind kind, PixelSources sources) {
    Optional<NDArray> mask =
        labels
            .mask()
            .map(
                present ->
                    sources
                        .nearest(present.expandDims(3).toType(DataType.UINT8, false))
                        .squeeze(3)
                        .toType(DataType.BOOLEAN, false));
    NDArray values = labels.values();
    return switch (kind) {
      case CLASSES -> new Labelled(sources.nearest(values.expandDims(3)).squeeze(3), mask);
      case VALUES -> new Labelled(first(sources.nearest(last(values))), mask);
      case DEPTH -> new Labelled(first(sources.nearest(last(values))).div(sources.scales()), mask);
      case NORMALS ->
          new Labelled(first(sources.interpolated(last(values))).mul(sources.signs()), mask);
    };
  }

  /** Moves the channels from axis 1 to the last axis. */
  private static NDArray last(NDArray map) {
    return map.transpose(0, 2, 3, 1);
  }

  /** Moves the channels from the last axis to axis 1. */
  private static NDArray first(NDArray map) {
    return map.transpose(0, 3, 1, 2);
  }
}
