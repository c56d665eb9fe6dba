package org.mtlbench.datasets.cifar10mnist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.task.Task;

class Cifar10MnistTasksTest {
  @Test
  void suggestsPaperBackbone() {
    assertThat(Cifar10MnistTasks.INPUT).isEqualTo(InputSpec.of(3, 32, 32));
    assertThat(Cifar10MnistTasks.BACKBONE).isEqualTo("conv");
  }

  @Test
  void listsTasksInOrder() {
    assertThat(Cifar10MnistTasks.tasks()).extracting(Task::name).containsExactly("cifar", "digit");
  }
}
