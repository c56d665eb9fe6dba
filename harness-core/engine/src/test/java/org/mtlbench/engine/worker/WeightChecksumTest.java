package org.mtlbench.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Pass;
import org.mtlbench.api.architecture.Position;
import org.mtlbench.api.architecture.Role;
import org.mtlbench.api.architecture.Weight;

class WeightChecksumTest {
  @Test
  void tellsEveryBitApart() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      String sum = WeightChecksum.of(model(manager, "w", 1f, 2f));
      assertThat(sum).hasSize(64).isEqualTo(WeightChecksum.of(model(manager, "w", 1f, 2f)));
      assertThat(WeightChecksum.of(model(manager, "w", 1f, Math.nextUp(2f)))).isNotEqualTo(sum);
      assertThat(WeightChecksum.of(model(manager, "v", 1f, 2f))).isNotEqualTo(sum);
      assertThat(WeightChecksum.of(model(manager, "w", 0f)))
          .as("the sign of zero is a bit too")
          .isNotEqualTo(WeightChecksum.of(model(manager, "w", -0f)));
    }
  }

  private static Model model(NDManager manager, String name, float... values) {
    Weight weight =
        new Weight(name, manager.create(values), Weight.Kind.VECTOR, Role.TRUNK, Position.HIDDEN);
    return new Model() {
      @Override
      public List<NDArray> predict(List<NDArray> inputs, Pass pass) {
        return List.of();
      }

      @Override
      public List<Weight> weights() {
        return List.of(weight);
      }
    };
  }
}
