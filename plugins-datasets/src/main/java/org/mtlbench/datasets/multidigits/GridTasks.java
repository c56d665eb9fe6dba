package org.mtlbench.datasets.multidigits;

import java.util.List;
import java.util.stream.IntStream;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.task.Task;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.toolbox.task.Tasks;

/** The tasks and the input of grids of k digits. */
final class GridTasks {
  private GridTasks() {}

  /** One task per grid cell: {@code digit1} to {@code digitK}. */
  static List<Task> tasks(DigitGrid grid) {
    return IntStream.rangeClosed(1, grid.digits())
        .mapToObj(cell -> Tasks.classification("digit" + cell, MnistFile.CLASSES))
        .toList();
  }

  /** One image of the grid's size. */
  static InputSpec input(DigitGrid grid) {
    return InputSpec.of(1, grid.side(), grid.side());
  }
}
