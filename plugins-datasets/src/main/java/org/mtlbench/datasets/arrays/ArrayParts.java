package org.mtlbench.datasets.arrays;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.api.random.Randomness;

/**
 * The files of the three splits.
 *
 * @param available number of training examples in the data
 */
record ArrayParts(ArrayFiles train, ArrayFiles validation, ArrayFiles test, int available) {

  /**
   * The names of the folders of the splits.
   *
   * @param validation empty if validation examples are taken from the training examples
   */
  record Folders(String train, Optional<String> validation, String test) {
    static final Folders USUAL = new Folders("train", Optional.empty(), "val");
  }

  /**
   * The number and selection of training examples.
   *
   * @param seed seed of the selection
   * @param validationShare fraction of the training examples used for validation; 0 to validate on the
   *     test examples
   * @param trainSize number of training examples to use; 0 for all
   */
  record Sizes(long seed, double validationShare, int trainSize) {
    /** The number of validation examples; at least one unless the share is 0. */
    int validation(int examples) {
      return validationShare == 0
          ? 0
          : Math.max(1, Math.toIntExact(Math.round(validationShare * examples)));
    }
  }

  /**
   * Lists the files.
   *
   * @param root folder that contains the parts
   * @throws InvalidConfigException if a folder is missing or empty, or there are too few examples
   */
  static ArrayParts of(Path root, ArrayLayout layout, Folders folders, Sizes sizes) {
    ArrayFiles all = ArrayFiles.of(root.resolve(folders.train()), layout);
    ArrayFiles test = ArrayFiles.of(root.resolve(folders.test()), layout);
    Optional<ArrayFiles> own =
        folders.validation().map(name -> ArrayFiles.of(root.resolve(name), layout));
    int split = own.isPresent() ? 0 : sizes.validation(all.names().size());
    int available = all.names().size() - split;
    if (available < Math.max(1, sizes.trainSize())) {
      throw new InvalidConfigException(
          all.folder().toString(),
          all.names().size() + " examples",
          "more than the " + split + " for validation, and " + sizes.trainSize() + " others");
    }
    List<String> shuffled = shuffled(all.names(), sizes.seed());
    int used = sizes.trainSize() == 0 ? available : sizes.trainSize();
    ArrayFiles train =
        split == 0 && used == available ? all : all.only(shuffled.subList(split, split + used));
    ArrayFiles validation =
        own.orElseGet(() -> split == 0 ? test : all.only(shuffled.subList(0, split)));
    return new ArrayParts(train, validation, test, available);
  }

  private static List<String> shuffled(List<String> names, long seed) {
    int[] order = Permutation.of(names.size(), new Randomness(seed).stream("arrays-split"));
    return Arrays.stream(order).mapToObj(names::get).toList();
  }
}
