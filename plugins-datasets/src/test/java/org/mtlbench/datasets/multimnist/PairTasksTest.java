package org.mtlbench.datasets.multimnist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.task.Task;

class PairTasksTest {
  @Test
  void suggestsPaperBackbone() {
    assertThat(PairTasks.INPUT).isEqualTo(InputSpec.of(1, 28, 28));
    assertThat(PairTasks.BACKBONE).isEqualTo("lenet");
  }

  @Test
  void listsTasksInOrder() {
    assertThat(PairTasks.tasks()).extracting(Task::name).containsExactly("left", "right");
  }
}
