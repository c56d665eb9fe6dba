package org.mtlbench.datasets.cifar10mnist;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.Task;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.toolbox.network.BatchNorm;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.Linear;
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
        .containsExactly(new Shape(16, 15, 15), new Shape(32, 6, 6), new Shape(32));
    assertThat(dimensions.outputs()).containsExactly(new Shape(10), new Shape(10));
  }

  @Test
  void namesTheTasksInOrder() {
    assertThat(Cifar10MnistTasks.tasks()).extracting(Task::name).containsExactly("cifar", "digit");
  }

  private static int parameters(List<LayerSpec> layers) {
    int sum = 0;
    for (LayerSpec layer : layers) {
      if (layer instanceof Convolution c) {
        sum += c.out() * (c.in() * c.kernel() * c.kernel() + 1);
      } else if (layer instanceof Linear l) {
        sum += l.out() * (l.in() + 1);
      } else if (layer instanceof BatchNorm b) {
        sum += 2 * b.features();
      }
    }
    return sum;
  }
}
