package org.mtlbench.engine.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.SplitName;

/**
 * The first examples of a dataset: images, or the description of a table.
 *
 * @param examples number of examples
 * @param panels layout of the images; empty if the examples are not images
 * @param labels by task without label maps, the labels of the first examples as text, one per
 *     example
 * @param table description of a dataset without images; empty for images
 */
public record Sample(
    int examples,
    Optional<Panels> panels,
    Map<String, List<String>> labels,
    Optional<TableSummary> table) {
  /**
   * The layout of images; their pixels are unsigned bytes of shape (examples, panels per example,
   * height, width, 3).
   *
   * @param height height of each panel
   * @param width width of each panel
   * @param perExample panels per example, at least 1
   * @param captions contents of the second and further panels
   */
  public record Panels(int height, int width, int perExample, List<String> captions) {
    public Panels {
      captions = List.copyOf(captions);
    }
  }

  /**
   * Which examples to read.
   *
   * @param dataset the dataset
   * @param access location of the data
   * @param split the split
   * @param count number of examples; empty for as many as fit a sheet
   * @param labelled number of examples whose labels are returned
   * @param augmented whether to apply the random augmentation of training
   */
  public record Request(
      ChosenDataset dataset,
      DataAccess access,
      SplitName split,
      Optional<Integer> count,
      int labelled,
      boolean augmented) {}
}
