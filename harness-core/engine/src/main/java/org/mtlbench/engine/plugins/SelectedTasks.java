package org.mtlbench.engine.plugins;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.ColumnSummary;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.dataset.TrainingEpoch;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.config.Nearest;

/**
 * A dataset with a selection of its tasks.
 *
 * @param dataset dataset with all tasks
 * @param tasks indices of the selected tasks, in the selected order
 */
record SelectedTasks(Dataset dataset, List<Integer> tasks) implements Dataset {
  /**
   * Parses the key {@value Configured#TASKS} of a dataset's config.
   *
   * @param all tasks of the dataset
   * @return indices of the named tasks, in order; empty for all tasks in the dataset's order
   * @throws InvalidConfigException with all unknown and duplicate names
   */
  static List<Integer> choose(JsonNode written, List<Task> all) {
    if (!written.isArray() || written.isEmpty()) {
      throw new InvalidConfigException(
          List.of(Problem.of(Configured.TASKS, written, "a list of one or more task names")));
    }
    List<String> names = all.stream().map(Task::name).toList();
    List<Integer> chosen = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < written.size(); i++) {
      String name = written.get(i).asText();
      int index = names.indexOf(name);
      if (index < 0) {
        problems.add(problem(i, written.get(i), Nearest.allowed(name, names)));
      } else if (chosen.contains(index)) {
        problems.add(problem(i, written.get(i), "each task once"));
      }
      chosen.add(index);
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
    boolean everything = chosen.equals(IntStream.range(0, all.size()).boxed().toList());
    return everything ? List.of() : List.copyOf(chosen);
  }

  private static Problem problem(int index, JsonNode name, String allowed) {
    return Problem.of(Configured.TASKS + "[" + index + "]", name, allowed);
  }

  @Override
  public Split split(SplitName name) {
    Split split = dataset.split(name);
    return new Split() {
      @Override
      public int size() {
        return split.size();
      }

      @Override
      public Examples take(NDArray positions) {
        return select(split.take(positions));
      }

      @Override
      public Examples range(int from, int to, NDManager manager) {
        return select(split.range(from, to, manager));
      }
    };
  }

  @Override
  public List<NDArray> prepare(List<NDArray> raw) {
    return dataset.prepare(raw);
  }

  /**
   * @throws UnsupportedOperationException always: a dataset augments examples with all their labels
   */
  @Override
  public Examples augment(Examples raw, RandomGenerator random) {
    throw new UnsupportedOperationException(
        "examples with some of their labels cannot be augmented; use takeTraining");
  }

  @Override
  public List<ColumnSummary> columns() {
    return dataset.columns();
  }

  @Override
  public boolean augments() {
    return dataset.augments();
  }

  @Override
  public Examples takeTraining(NDArray positions, RandomGenerator random) {
    return select(dataset.takeTraining(positions, random));
  }

  @Override
  public TrainingEpoch trainingEpoch(List<Integer> sizes, IntFunction<RandomGenerator> random) {
    TrainingEpoch epoch = dataset.trainingEpoch(sizes, random);
    return (positions, index) -> select(epoch.take(positions, index));
  }

  private Examples select(Examples all) {
    return select(all, tasks);
  }

  /** The labels of some tasks, and their inputs if each task has its own. */
  static Examples select(Examples all, List<Integer> tasks) {
    return new Examples(
        all.inputs().size() == 1 ? all.inputs() : select(all.inputs(), tasks),
        select(all.targets(), tasks));
  }

  private static <T> List<T> select(List<T> all, List<Integer> tasks) {
    return tasks.stream().map(all::get).toList();
  }
}
