package org.mtlbench.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;

class ParameterChecksumTest {
  @Test
  void changesWithEveryBit() {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      String sum = ParameterChecksum.of(model(manager, "w", 1f, 2f));
      assertThat(sum).hasSize(64).isEqualTo(ParameterChecksum.of(model(manager, "w", 1f, 2f)));
      assertThat(ParameterChecksum.of(model(manager, "w", 1f, Math.nextUp(2f)))).isNotEqualTo(sum);
      assertThat(ParameterChecksum.of(model(manager, "v", 1f, 2f))).isNotEqualTo(sum);
      assertThat(ParameterChecksum.of(model(manager, "w", 0f)))
          .as("the sign of zero is a bit too")
          .isNotEqualTo(ParameterChecksum.of(model(manager, "w", -0f)));
    }
  }

  private static Model model(NDManager manager, String name, float... values) {
    Parameter parameter =
        new Parameter(
            name, manager.create(values), Parameter.Kind.VECTOR, Role.TRUNK, Position.HIDDEN);
    return new Model() {
      @Override
      public List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
        return List.of();
      }

      @Override
      public List<Parameter> parameters() {
        return List.of(parameter);
      }
    };
  }
}
