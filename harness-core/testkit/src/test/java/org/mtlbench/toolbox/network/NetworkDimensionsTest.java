package org.mtlbench.toolbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.NetworkSpec;
import org.mtlbench.testkit.PaperNetworks;

class NetworkDimensionsTest {
  @Test
  void checksThatTheMonitorGivesTheTrunksFeature() {
    NetworkSpec parts =
        new NetworkSpec(
            3,
            9,
            8,
            List.of(List.of(new Flatten(), new Linear(216, 4))),
            List.of(new Flatten(), new Linear(216, 5)),
            List.of(List.of(new Linear(4, 2))));
    assertThatThrownBy(() -> NetworkDimensions.of(parts))
        .hasMessage("monitor: found an output of (5), expected the trunk's (4)");
  }

  @Test
  void rejectsATrunkThatGivesNoFlatFeature() {
    NetworkSpec parts =
        new NetworkSpec(3, 9, 8, List.of(List.of(Activation.RELU)), List.of(), List.of());
    assertThatThrownBy(() -> NetworkDimensions.of(parts))
        .hasMessage("trunk: found a feature of (3, 9, 8), expected a flat feature");
  }

  @Test
  void addsUpTheCostsOfMultiMnist() {
    NetworkDimensions dimensions = NetworkDimensions.of(PaperNetworks.MULTI_MNIST);
    assertThat(dimensions.stages())
        .containsExactly(new Shape(10, 12, 12), new Shape(20, 4, 4), new Shape(50));
    assertThat(dimensions.outputs()).containsExactly(new Shape(10), new Shape(10));
    // 24*24*10*25 + 8*8*20*250 + 320*50
    assertThat(dimensions.trunkMultiplyAdds()).isEqualTo(144_000 + 320_000 + 16_000);
    // 24*24*20*25 + 2880*50
    assertThat(dimensions.monitorMultiplyAdds()).isEqualTo(288_000 + 144_000);
    assertThat(dimensions.headMultiplyAdds()).containsExactly(500L, 500L);
  }
}
