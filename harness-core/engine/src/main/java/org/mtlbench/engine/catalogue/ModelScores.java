package org.mtlbench.engine.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.results.score.SplitRecord;
import org.mtlbench.results.score.TaskRecord;

/**
 * Scores of a saved model and of its compressed form on a split of a dataset.
 *
 * @param examples number of examples
 * @param tasks the dataset's tasks, in the order of the outputs
 * @param saved scores of the saved model
 * @param compressed scores of the compressed model
 * @param sameClass by task with classes, the share of predictions in [0, 1] for which both models
 *     choose the same class
 * @param difference largest absolute difference between outputs of both models
 */
public record ModelScores(
    int examples,
    List<TaskRecord> tasks,
    SplitRecord saved,
    SplitRecord compressed,
    Map<String, Double> sameClass,
    double difference) {
  /**
   * Which model to evaluate, and on what.
   *
   * @param model a file of the model, see {@link org.mtlbench.engine.model.SavedModel#read}
   * @param dataset the dataset; empty for that of the model's cell
   * @param access location of the data
   * @param split the split
   */
  public record Request(
      Path model, Optional<ChosenDataset> dataset, DataAccess access, SplitName split) {}
}
