package org.mtlbench.datasets.cifar10mnist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.network.Dimensions;
import org.mtlbench.toolbox.network.NetworkDimensions;

class Cifar10MnistTasksTest {
  @Test
  void hasTheParametersOfThePaper() {
    NetworkSpec network = Cifar10MnistTasks.network();
    int trunk = network.trunk().stream().mapToInt(Cifar10MnistTasksTest::parameters).sum();
    int heads = network.heads().stream().mapToInt(Cifar10MnistTasksTest::parameters).sum();
    int alphas = 2 * network.tasks();
    assertThat(trunk + heads).as("HPS").isEqualTo(42_740);
    assertThat(trunk + heads + network.tasks() * parameters(network.monitor()) + alphas)
        .as("MDMTN")
        .isEqualTo(505_528);
    assertThat(trunk + parameters(network.heads().get(0))).as("STL").isEqualTo(42_410);
  }

  @Test
  void layersFitTheImageAndOneAnother() {
    NetworkDimensions dimensions = NetworkDimensions.of(Cifar10MnistTasks.network());
    assertThat(dimensions.stages())
        .containsExactly(
            new Dimensions.Spatial(16, 15, 15),
            new Dimensions.Spatial(32, 6, 6),
            new Dimensions.Flat(32));
    assertThat(dimensions.outputs())
        .containsExactly(new Dimensions.Flat(10), new Dimensions.Flat(10));
  }

  @Test
  void namesTheTasksInOrder() {
    assertThat(Cifar10MnistTasks.tasks()).extracting(Task::name).containsExactly("cifar", "digit");
  }

  private static int parameters(List<LayerSpec> layers) {
    int sum = 0;
    for (LayerSpec layer : layers) {
      if (layer instanceof LayerSpec.Convolution c) {
        sum += c.out() * (c.in() * c.kernel() * c.kernel() + 1);
      } else if (layer instanceof LayerSpec.Linear l) {
        sum += l.out() * (l.in() + 1);
      } else if (layer instanceof LayerSpec.BatchNorm b) {
        sum += 2 * b.features();
      }
    }
    return sum;
  }
}
