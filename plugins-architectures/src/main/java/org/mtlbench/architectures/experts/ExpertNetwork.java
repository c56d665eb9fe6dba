package org.mtlbench.architectures.experts;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.network.Chain;

/** Levels of experts and gates, and a head for each task. */
final class ExpertNetwork implements Network {
  private final List<Level> levels;
  private final List<Chain> heads;
  private final List<Parameter> parameters;

  ExpertNetwork(List<Level> levels, List<Chain> heads) {
    this.levels = List.copyOf(levels);
    this.heads = List.copyOf(heads);
    parameters =
        Stream.concat(
                levels.stream().flatMap(Level::parameters),
                heads.stream().flatMap(head -> head.parameters().stream()))
            .toList();
  }

  @Override
  public int tasks() {
    return heads.size();
  }

  /**
   * {@inheritDoc} If tasks have different inputs, the outputs of a task are computed with its input
   * in all experts.
   */
  @Override
  public List<NDArray> features(List<NDArray> inputs, int[] tasks, ForwardMode mode) {
    if (inputs.size() == 1) {
      return features(inputs.get(0), tasks, mode);
    }
    List<NDArray> features = new ArrayList<>();
    for (int task : tasks) {
      features.addAll(features(inputs.get(task), new int[] {task}, mode));
    }
    return features;
  }

  private List<NDArray> features(NDArray input, int[] tasks, ForwardMode mode) {
    int[] all = IntStream.range(0, tasks()).toArray();
    int last = levels.size() - 1;
    // by task, without those that no later level needs
    NDArray[] read = new NDArray[tasks()];
    for (int task : all) {
      read[task] = input;
    }
    NDArray readByShared = input;
    for (int i = 0; i <= last; i++) {
      Level level = levels.get(i);
      // the shared gate combines the experts of all tasks for the next level
      int[] needed = i < last ? all : tasks;
      List<NDArray> shared = outputs(level.shared(), readByShared, mode);
      List<List<NDArray>> own = new ArrayList<>();
      for (int task = 0; task < tasks(); task++) {
        own.add(List.of());
      }
      for (int task : needed) {
        own.set(task, outputs(level.own().get(task), read[task], mode));
      }
      NDArray[] next = new NDArray[tasks()];
      for (int task : i < last - 1 ? all : tasks) {
        next[task] = level.gates().get(task).combine(read[task], join(shared, own.get(task)), mode);
      }
      if (level.sharedGate().isPresent()) {
        List<NDArray> experts = join(shared, own.stream().flatMap(List::stream).toList());
        readByShared = level.sharedGate().get().combine(readByShared, experts, mode);
      }
      read = next;
    }
    List<NDArray> features = new ArrayList<>();
    for (int task : tasks) {
      features.add(read[task]);
    }
    return features;
  }

  private static List<NDArray> outputs(List<Chain> experts, NDArray x, ForwardMode mode) {
    return experts.stream().map(expert -> expert.forward(x, mode)).toList();
  }

  private static List<NDArray> join(List<NDArray> shared, List<NDArray> own) {
    return Stream.concat(shared.stream(), own.stream()).toList();
  }

  @Override
  public NDArray head(int task, NDArray feature, ForwardMode mode) {
    return heads.get(task).forward(feature, mode);
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }
}
