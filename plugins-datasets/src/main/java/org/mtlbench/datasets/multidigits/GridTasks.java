package org.mtlbench.datasets.multidigits;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.mtlbench.api.dataset.Task;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.datasets.multimnist.PairTasks;
import org.mtlbench.toolbox.network.Linear;

/**
 * The tasks of pictures of k digits and the parts of networks that fit them: those of MultiMNIST,
 * the linear layers behind a flatten as wide as the picture asks for.
 */
final class GridTasks {
  private GridTasks() {}

  /** Which digit stands in each cell: {@code digit1} to {@code digitK}. */
  static List<Task> tasks(Grid grid) {
    return IntStream.rangeClosed(1, grid.digits())
        .mapToObj(cell -> Task.classification("digit" + cell, MnistFile.CLASSES))
        .toList();
  }

  /** Trunk, monitor and heads on (B, 1, side, side). */
  static NetworkSpec network(Grid grid) {
    NetworkSpec pair = PairTasks.network();
    List<List<LayerSpec>> trunk =
        List.of(
            pair.trunk().get(0),
            pair.trunk().get(1),
            fitted(pair.trunk().get(2), afterBlock(afterBlock(grid.side())), 20));
    List<LayerSpec> monitor = fitted(pair.monitor(), afterBlock(grid.side()), 20);
    List<List<LayerSpec>> heads = Collections.nCopies(grid.digits(), pair.heads().get(0));
    return new NetworkSpec(1, grid.side(), grid.side(), trunk, monitor, heads);
  }

  /** Behind a convolution of 5x5 and a pooling of 2x2. */
  private static int afterBlock(int side) {
    return (side - 4) / 2;
  }

  private static List<LayerSpec> fitted(List<LayerSpec> layers, int side, int channels) {
    return layers.stream().map(layer -> fitted(layer, channels * side * side)).toList();
  }

  private static LayerSpec fitted(LayerSpec layer, int width) {
    return layer instanceof Linear linear ? new Linear(width, linear.out()) : layer;
  }
}
