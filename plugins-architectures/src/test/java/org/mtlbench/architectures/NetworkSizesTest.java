package org.mtlbench.architectures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.testkit.PaperNetworks;

/** Parameters and rows as the paper's table I implies them. */
class NetworkSizesTest extends NetworkTestBase {
  private static final NetworkCase MNIST = PaperNetworks.MULTI_MNIST;
  private static final NetworkCase CIFAR = PaperNetworks.CIFAR10_MNIST;

  private static int rows(Network network) {
    return network.parameters().stream()
        .filter(Parameter::hasRows)
        .mapToInt(Parameter::rowCount)
        .sum();
  }

  @Test
  void hpsMatchesPaperSizes() {
    assertThat(hps(MNIST).parameterCount()).isEqualTo(22_350);
    assertThat(hps(CIFAR).parameterCount()).isEqualTo(42_740);
    assertThat(rows(hps(MNIST))).isEqualTo(431);
    assertThat(rows(hps(CIFAR))).isEqualTo(1_235);
  }

  @Test
  void mdmtnMatchesPaperSizes() {
    assertThat(mdmtn(MNIST, 1, 0).parameterCount()).isEqualTo(311_494);
    assertThat(mdmtn(CIFAR, 1, 0).parameterCount()).isEqualTo(505_528);
    assertThat(rows(mdmtn(MNIST, 1, 0))).isEqualTo(6_193);
    assertThat(rows(mdmtn(CIFAR, 1, 0))).isEqualTo(15_641);
  }

  @Test
  void hpsWithOneTaskHasSingleTaskSize() {
    for (int task = 0; task < 2; task++) {
      assertThat(hps(MNIST.onlyTasks(task)).parameterCount()).isEqualTo(21_840);
      assertThat(hps(CIFAR.onlyTasks(task)).parameterCount()).isEqualTo(42_410);
    }
  }

  @Test
  void sharedAndTaskParametersAddUp() {
    for (Network network : new Network[] {hps(CIFAR), mdmtn(CIFAR, 1, 0)}) {
      long sum = network.sharedParameters().stream().mapToLong(Parameter::size).sum();
      for (int task = 0; task < network.tasks(); task++) {
        sum += network.taskParameters(task).stream().mapToLong(Parameter::size).sum();
      }
      assertThat(sum).isEqualTo(network.parameterCount());
    }
  }
}
