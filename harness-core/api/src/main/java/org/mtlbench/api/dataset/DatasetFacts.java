package org.mtlbench.api.dataset;

import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.task.Task;

/**
 * What planning and checking need to know of a dataset, before any tensor is made.
 *
 * @param tasks the tasks, in the order of targets and of preference vectors
 * @param input what a network reads of one prepared example
 * @param backbone id of the backbone that suits the data; a matrix may choose another
 * @param trainSize training examples
 * @param validationSize validation examples
 * @param testSize test examples
 * @param availableTrainSize training examples that the data has, at least {@code trainSize}; tables
 *     say so where the config leaves some out
 * @param synthetic whether the examples are made by the program; tables say so
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

  /** The same dataset with some of its tasks only, in the order given. */
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
