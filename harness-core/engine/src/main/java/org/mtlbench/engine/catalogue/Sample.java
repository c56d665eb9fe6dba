package org.mtlbench.engine.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.SplitName;

/**
 * The first examples of a dataset.
 *
 * @param examples how many there are
 * @param shape of one example; of an image height x width x channels
 * @param firstRow of images, from task to the values of the first examples, as text
 * @param table what examples are that are no images of unsigned bytes; empty for images
 */
public record Sample(
    int examples, List<Integer> shape, Map<String, String> firstRow, Optional<TableSummary> table) {
  public Sample {
    shape = List.copyOf(shape);
  }

  /**
   * What to take.
   *
   * @param dataset the dataset
   * @param access where data lives
   * @param split the split
   * @param count how many examples, at most
   * @param row of how many examples to tell the values
   * @param augmented whether they are changed at random as in training
   */
  public record Request(
      ChosenDataset dataset,
      DataAccess access,
      SplitName split,
      int count,
      int row,
      boolean augmented) {}
}
