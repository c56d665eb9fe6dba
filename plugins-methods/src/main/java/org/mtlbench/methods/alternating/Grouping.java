package org.mtlbench.methods.alternating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.api.task.Task;

/**
 * A partition of the tasks into groups that are updated together.
 *
 * @param groups indices of tasks, ascending in each group; groups in the order of their first task
 */
record Grouping(List<List<Integer>> groups) {
  Grouping {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /**
   * Draws a random partition into groups of equal size; the last group drawn may be smaller.
   *
   * @param tasks number of tasks T, at least 1
   * @param size 1 for one group per task, T or more for a single group
   */
  static Grouping draw(int tasks, int size, RandomGenerator random) {
    int[] order = Permutation.of(tasks, random);
    List<List<Integer>> groups = new ArrayList<>();
    for (int from = 0; from < tasks; from += size) {
      int to = Math.min(tasks, from + size);
      groups.add(Arrays.stream(order, from, to).sorted().boxed().toList());
    }
    groups.sort(Comparator.comparing(group -> group.get(0)));
    return new Grouping(groups);
  }

  /** The number of groups of a partition. */
  static int count(int tasks, int size) {
    return (tasks + size - 1) / size;
  }

  /** The groups in words, for example {@code left, upper | right}. */
  String text(List<Task> tasks) {
    return groups.stream()
        .map(
            group -> group.stream().map(t -> tasks.get(t).name()).collect(Collectors.joining(", ")))
        .collect(Collectors.joining(" | "));
  }
}
