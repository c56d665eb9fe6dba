package org.mtlbench.api.dataset;

import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.task.Task;

/**
 * Facts of a dataset for planning and validation, available without tensors.
 *
 * @param tasks the tasks, in the order of targets and of preference vectors
 * @param input network input of one prepared example
 * @param backbone id of a suitable backbone; a matrix can choose another
 * @param trainSize number of training examples
 * @param validationSize number of validation examples
 * @param testSize number of test examples
 * @param availableTrainSize number of training examples that the data has, at least {@code
 *     trainSize}; tables have a note if the config omits some
 * @param synthetic whether the examples are generated; tables have a note
 */
public record DatasetFacts(
    List<Task> tasks,
    InputSpec input,
    String backbone,
    int trainSize,
    int validationSize,
    int testSize,
    int availableTrainSize,
    boolean synthetic) {
  public DatasetFacts {
    tasks = List.copyOf(tasks);
  }

  /** A dataset that trains on all of its training examples. */
  public DatasetFacts(
      List<Task> tasks,
      InputSpec input,
      String backbone,
      int trainSize,
      int validationSize,
      int testSize,
      boolean synthetic) {
    this(tasks, input, backbone, trainSize, validationSize, testSize, trainSize, synthetic);
  }

  /**
   * The same dataset with further channels before those of its input, see {@link InputSpec#wider}.
   */
  public DatasetFacts wider(int channels) {
    return new DatasetFacts(
        tasks,
        input.wider(channels),
        backbone,
        trainSize,
        validationSize,
        testSize,
        availableTrainSize,
        synthetic);
  }

  /** The same dataset with a subset of its tasks, in the given order. */
  public DatasetFacts onlyTasks(int... indices) {
    return new DatasetFacts(
        Arrays.stream(indices).mapToObj(tasks::get).toList(),
        input,
        backbone,
        trainSize,
        validationSize,
        testSize,
        availableTrainSize,
        synthetic);
  }
}
