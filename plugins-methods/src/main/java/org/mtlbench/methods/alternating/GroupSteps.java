package org.mtlbench.methods.alternating;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.optimiser.Optimiser;
import org.mtlbench.toolbox.training.Batch;
import org.mtlbench.toolbox.training.ParameterUpdates;
import org.mtlbench.toolbox.training.TaskLosses;

/**
 * Processes one batch: for each group in fixed order, a forward pass with the current parameters,
 * one backward pass on the sum of the group's losses, and one step of the shared parameters and of
 * the group's own heads and monitors. Heads and monitors of other groups are not updated, not even
 * by momentum.
 *
 * @param optimisers one per group; the same instance for all groups if it is shared
 */
record GroupSteps(
    Network network,
    List<Task> tasks,
    Grouping grouping,
    List<Optimiser> optimisers,
    Exploration exploration) {

  /**
   * Takes one step per group.
   *
   * @return each task's loss before the step of its group, (K), without gradients
   */
  NDArray step(Batch batch, double learningRate) {
    NDArray[] losses = new NDArray[tasks.size()];
    for (int g = 0; g < grouping.groups().size(); g++) {
      List<Integer> group = grouping.groups().get(g);
      NDArray found = step(g, batch, learningRate);
      for (int i = 0; i < group.size(); i++) {
        losses[group.get(i)] = found.get(i);
      }
    }
    try (GradientMode off = GradientMode.off()) {
      return NDArrays.stack(new NDList(losses));
    }
  }

  /**
   * Takes the step of one group.
   *
   * @return the losses of its tasks before the step, without gradients
   */
  NDArray step(int index, Batch batch, double learningRate) {
    List<Integer> group = grouping.groups().get(index);
    NDArray losses = gradients(group, batch);
    List<Parameter> moved =
        Stream.concat(
                network.sharedParameters().stream(),
                group.stream().flatMap(task -> network.taskParameters(task).stream()))
            .toList();
    Optimiser optimiser = optimisers.get(index);
    exploration.step(() -> ParameterUpdates.apply(moved, optimiser, learningRate));
    return losses;
  }

  private NDArray gradients(List<Integer> group, Batch batch) {
    int[] indices = group.stream().mapToInt(Integer::intValue).toArray();
    List<NDArray> features = network.features(batch.inputs(), indices, ForwardMode.TRAINING);
    List<NDArray> outputs = new ArrayList<>();
    for (int i = 0; i < indices.length; i++) {
      outputs.add(network.head(indices[i], features.get(i), ForwardMode.TRAINING));
    }
    List<Task> chosen = group.stream().map(tasks::get).toList();
    TaskLosses losses = TaskLosses.of(outputs, batch.onlyTasks(group), chosen);
    Backward.run(losses.sum());
    return losses.vector();
  }
}
