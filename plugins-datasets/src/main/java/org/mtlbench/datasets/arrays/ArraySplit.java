package org.mtlbench.datasets.arrays;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.datasets.augmentation.MapKind;
import org.mtlbench.datasets.npy.NpyReader;
import org.mtlbench.toolbox.loss.Masks;

/**
 * A split that reads examples from their files on access, without a cache. Images have shape (B, H,
 * W, C); bytes are unchanged, other types become float32.
 *
 * @param files checked files of the split
 * @param reader reader, which can be shared with other splits
 */
record ArraySplit(ArrayFiles files, ArrayFiles.ImageFormat format, NpyReader reader)
    implements Split {
  @Override
  public int size() {
    return files.names().size();
  }

  @Override
  public Examples take(NDArray positions) {
    NDManager manager = positions.getManager();
    // closed immediately instead of with the step, since files are read into separate tensors
    try (NDManager reading = manager.newSubManager()) {
      List<String> names = new ArrayList<>();
      for (long position : positions.toLongArray()) {
        names.add(files.names().get(Math.toIntExact(position)));
      }
      NDArray images = joined(names.stream().map(name -> image(name, reading)).toList());
      images.attach(manager);
      List<Labelled> labels = new ArrayList<>();
      for (MapSource map : files.layout().maps()) {
        labels.add(labels(map, names, reading, manager));
      }
      return new Examples(List.of(images), labels);
    }
  }

  private Labelled labels(MapSource map, List<String> names, NDManager reading, NDManager manager) {
    List<Labelled> each = names.stream().map(name -> labels(map, name, reading)).toList();
    NDArray values = joined(each.stream().map(Labelled::values).toList());
    values.attach(manager);
    if (map.missing().isEmpty()) {
      return Labelled.complete(values);
    }
    NDArray mask = joined(each.stream().map(one -> one.mask().orElseThrow()).toList());
    mask.attach(manager);
    return Labelled.masked(values, mask);
  }

  private static NDArray joined(List<NDArray> arrays) {
    return NDArrays.concat(new NDList(arrays));
  }

  /** An image of shape (1, H, W, C). */
  private NDArray image(String name, NDManager manager) {
    NDArray image = read(files.image(name), manager);
    return format.bytes() ? image : image.toType(DataType.FLOAT32, false);
  }

  /** The labels of one example. */
  private Labelled labels(MapSource map, String name, NDManager manager) {
    Path file = files.label(map, name);
    NDArray read = read(file, manager).transpose(0, 3, 1, 2);
    NDArray numbers = read.toType(DataType.FLOAT32, false);
    NDArray finite = every(numbers.abs().lte(Float.MAX_VALUE));
    Optional<NDArray> present =
        map.missing().isEmpty()
            ? Optional.empty()
            : Optional.of(finite.logicalAnd(some(numbers.neq(map.missing().getAsDouble()))));
    if (present.isEmpty() && !finite.all().getBoolean()) {
      throw new InvalidConfigException(file.toString(), "NaN or infinite values", "finite numbers");
    }
    NDArray values =
        map.kind() == MapKind.CLASSES ? read.squeeze(1).toType(DataType.INT64, false) : numbers;
    NDArray known = present.map(mask -> Masks.fill(values, mask, 0)).orElse(values);
    if (map.kind() == MapKind.CLASSES) {
      checkRange(map, file, known);
    }
    return new Labelled(known, present);
  }

  private static void checkRange(MapSource map, Path file, NDArray known) {
    long lowest = known.min().getLong();
    long highest = known.max().getLong();
    if (lowest < 0 || highest >= map.outputs()) {
      throw new InvalidConfigException(
          file.toString(),
          "class " + (lowest < 0 ? lowest : highest),
          "classes 0 to "
              + (map.outputs() - 1)
              + (map.missing().isPresent()
                  ? ", " + map.missing().getAsDouble() + " if missing"
                  : ""));
    }
  }

  /** An image of shape (1, H, W, C). */
  private NDArray read(Path file, NDManager manager) {
    NDArray array = reader.read(file, manager).expandDims(0);
    return array.getShape().dimension() == 3 ? array.expandDims(3) : array;
  }

  /** Whether a condition holds in every channel, (1, H, W). */
  private static NDArray every(NDArray holds) {
    return holds.toType(DataType.INT32, false).min(new int[] {1}).toType(DataType.BOOLEAN, false);
  }

  /** Whether a condition holds in some channel, (1, H, W). */
  private static NDArray some(NDArray holds) {
    return holds.toType(DataType.INT32, false).max(new int[] {1}).toType(DataType.BOOLEAN, false);
  }
}
