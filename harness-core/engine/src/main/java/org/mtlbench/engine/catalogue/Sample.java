package org.mtlbench.engine.catalogue;

import java.util.List;
import java.util.Map;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.SplitName;

/**
 * The first examples of a dataset.
 *
 * @param examples how many there are
 * @param shape of one example
 * @param images whether they are images of unsigned bytes, height x width x channels
 * @param firstRow from task to the values of the first examples, as text
 */
public record Sample(
    int examples, List<Integer> shape, boolean images, Map<String, String> firstRow) {
  public Sample {
    shape = List.copyOf(shape);
  }

  /**
   * What to take.
   *
   * @param dataset its id; its config are the defaults
   * @param access where data lives
   * @param split the split
   * @param count how many examples, at most
   * @param row of how many examples to tell the values
   * @param augmented whether they are changed at random as in training
   */
  public record Request(
      String dataset, DataAccess access, SplitName split, int count, int row, boolean augmented) {}
}
