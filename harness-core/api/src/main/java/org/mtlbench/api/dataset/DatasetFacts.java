package org.mtlbench.api.dataset;

import java.util.List;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.task.Task;

/**
 * What is known of a dataset without opening it; planning and checking need no more.
 *
 * @param tasks the tasks, in the order of targets and of preference vectors
 * @param network the parts of networks that fit the dataset
 * @param trainSize training examples
 * @param validationSize validation examples
 * @param testSize test examples
 * @param availableTrainSize training examples that the data has, at least {@code trainSize}; tables
 *     say so where the config leaves some out
 * @param synthetic whether the examples are made by the program; tables say so
 */
public record DatasetFacts(
    List<Task> tasks,
    NetworkSpec network,
    int trainSize,
    int validationSize,
    int testSize,
    int availableTrainSize,
    boolean synthetic) {
  public DatasetFacts {
    tasks = List.copyOf(tasks);
    if (tasks.size() != network.tasks()) {
      throw new IllegalArgumentException(
          tasks.size() + " tasks but " + network.tasks() + " heads in the network's spec");
    }
  }

  /** A dataset that trains on all of its training examples. */
  public DatasetFacts(
      List<Task> tasks,
      NetworkSpec network,
      int trainSize,
      int validationSize,
      int testSize,
      boolean synthetic) {
    this(tasks, network, trainSize, validationSize, testSize, trainSize, synthetic);
  }
}
