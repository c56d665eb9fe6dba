package org.mtlbench.datasets.arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.datasets.dense.MapKind;
import org.mtlbench.datasets.npy.NpyReader;
import org.mtlbench.toolbox.loss.Masks;

/**
 * Examples that are read from their files whenever they are taken; nothing is kept. Images are (B,
 * H, W, C), bytes as they are and other types as float32.
 *
 * @param files of this split, which have been checked
 */
record ArraySplit(ArrayFiles files, ArrayFiles.ImageFormat format) implements Split {
  @Override
  public int size() {
    return files.names().size();
  }

  @Override
  public Examples take(NDArray positions) {
    NDManager manager = positions.getManager();
    try (NDScope reading = new NDScope()) {
      List<String> names = new ArrayList<>();
      for (long position : positions.toLongArray()) {
        names.add(files.names().get(Math.toIntExact(position)));
      }
      NDArray images = stack(names.stream().map(name -> image(name, manager)).toList());
      List<Labelled> labels = new ArrayList<>();
      for (MapSource map : files.layout().maps()) {
        List<Labelled> each = names.stream().map(name -> labels(map, name, manager)).toList();
        NDArray values = stack(each.stream().map(Labelled::values).toList());
        Optional<NDArray> mask =
            map.missing().isPresent()
                ? Optional.of(stack(each.stream().map(one -> one.mask().orElseThrow()).toList()))
                : Optional.empty();
        labels.add(new Labelled(values, mask));
      }
      reading.unregister(images);
      for (Labelled kept : labels) {
        reading.unregister(kept.values());
        kept.mask().ifPresent(reading::unregister);
      }
      return new Examples(List.of(images), labels);
    }
  }

  private static NDArray stack(List<NDArray> arrays) {
    return NDArrays.stack(new NDList(arrays));
  }

  /** (H, W, C). */
  private NDArray image(String name, NDManager manager) {
    NDArray image = channelled(NpyReader.read(files.image(name), manager));
    return format.bytes() ? image : image.toType(DataType.FLOAT32, false);
  }

  private Labelled labels(MapSource map, String name, NDManager manager) {
    Path file = files.label(map, name);
    // channels first
    NDArray read = channelled(NpyReader.read(file, manager)).transpose(2, 0, 1);
    NDArray values = read.toType(DataType.FLOAT32, false);
    NDArray finite = values.abs().lte(Float.MAX_VALUE).min(new int[] {0});
    Optional<NDArray> present =
        map.missing().isPresent()
            ? Optional.of(
                finite.logicalAnd(
                    values.neq(map.missing().getAsDouble()).any(0)))
            : Optional.empty();
    return map.kind() == MapKind.CLASSES
        ? classes(map, file, read.squeeze(0), present)
        : numbers(file, values, finite, present);
  }
}
