package org.mtlbench.datasets.multimnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Flatten;
import org.mtlbench.toolbox.network.Linear;
import org.mtlbench.toolbox.network.MaxPool;

class PairTasksTest {
  @Test
  void hasTheParametersOfThePaper() {
    NetworkSpec network = PairTasks.network();
    int trunk = network.trunk().stream().mapToInt(PairTasksTest::parameters).sum();
    int heads = network.heads().stream().mapToInt(PairTasksTest::parameters).sum();
    int alphas = 2 * network.tasks();
    assertThat(trunk + heads).as("HPS").isEqualTo(22_350);
    assertThat(trunk + heads + network.tasks() * parameters(network.monitor()) + alphas)
        .as("MDMTN")
        .isEqualTo(311_494);
    assertThat(trunk + parameters(network.heads().get(0))).as("STL").isEqualTo(21_840);
  }

  @Test
  void layersFitTheImageAndOneAnother() {
    NetworkSpec network = PairTasks.network();
    assertThat(flatWidth(network.trunk().stream().flatMap(List::stream).toList())).isEqualTo(50);
    assertThat(flatWidth(network.monitor())).isEqualTo(50);
  }

  /**
   * Follows (channels, side) through the layers, checking each input, to the flat output's width.
   */
  private static int flatWidth(List<LayerSpec> layers) {
    int channels = 1;
    int side = 28;
    for (LayerSpec layer : layers) {
      if (layer instanceof Convolution convolution) {
        assertThat(convolution.in()).isEqualTo(channels);
        channels = convolution.out();
        side -= convolution.kernel() - 1;
      } else if (layer instanceof MaxPool pool) {
        side /= pool.window();
      } else if (layer instanceof Flatten) {
        channels *= side * side;
        side = 1;
      } else if (layer instanceof Linear linear) {
        assertThat(linear.in()).isEqualTo(channels);
        channels = linear.out();
      }
    }
    return channels;
  }

  private static int parameters(List<LayerSpec> layers) {
    int sum = 0;
    for (LayerSpec layer : layers) {
      if (layer instanceof Convolution c) {
        sum += c.out() * (c.in() * c.kernel() * c.kernel() + 1);
      } else if (layer instanceof Linear l) {
        sum += l.out() * (l.in() + 1);
      }
    }
    return sum;
  }
}
