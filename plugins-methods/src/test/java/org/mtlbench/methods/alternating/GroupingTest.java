package org.mtlbench.methods.alternating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.task.Tasks;

class GroupingTest {
  private static Grouping draw(int tasks, int size, long seed) {
    return Grouping.draw(tasks, size, new Randomness(seed).stream("task-groups"));
  }

  @Test
  void partitionsTasksIntoGroupsOfRequestedSize() {
    for (int tasks = 1; tasks <= 9; tasks++) {
      for (int size = 1; size <= tasks; size++) {
        List<List<Integer>> groups = draw(tasks, size, 3).groups();
        assertThat(groups).hasSize(Grouping.count(tasks, size));
        assertThat(groups.stream().flatMap(List::stream).toList())
            .containsExactlyInAnyOrderElementsOf(IntStream.range(0, tasks).boxed().toList());
        int most = size;
        assertThat(groups).filteredOn(group -> group.size() != most).hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void extremeSizesKeepTaskOrder() {
    assertThat(draw(3, 1, 5).groups()).containsExactly(List.of(0), List.of(1), List.of(2));
    assertThat(draw(3, 3, 5).groups()).containsExactly(List.of(0, 1, 2));
  }

  @Test
  void isDeterministicPerSeed() {
    assertThat(draw(6, 2, 1)).isEqualTo(draw(6, 2, 1));
    Set<Grouping> drawn = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      drawn.add(draw(4, 2, seed));
    }
    // 4 tasks fall into pairs in three ways
    assertThat(drawn).hasSize(3);
  }

  @Test
  void describesGroups() {
    List<Task> tasks =
        List.of(
            Tasks.classification("a", 2),
            Tasks.classification("b", 2),
            Tasks.classification("c", 2));
    assertThat(new Grouping(List.of(List.of(0, 2), List.of(1))).text(tasks)).isEqualTo("a, c | b");
  }
}
