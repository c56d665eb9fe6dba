package org.mtlbench.toolbox.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.task.Tasks;

class ScalarMeasuresTest {
  private static final List<Task> TASKS =
      List.of(Tasks.classification("left", 2), Tasks.classification("right", 2));

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private record Holder(List<Parameter> parameters) implements Model {
    @Override
    public List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
      throw new UnsupportedOperationException();
    }
  }

  private Parameter scalar(String name, float value, Role role) {
    return new Parameter(name, manager.create(value), Parameter.Kind.SCALAR, role, Position.HIDDEN);
  }

  @Test
  void namesScalarsByTask() {
    Parameter bias =
        new Parameter(
            "head1.bias",
            manager.create(new float[] {7}),
            Parameter.Kind.VECTOR,
            Role.task(0),
            Position.OUTPUT);
    Model model =
        new Holder(
            List.of(
                scalar("fusion1.alpha1", 0.5f, Role.task(0)),
                bias,
                scalar("fusion2.alpha1", -2, Role.task(1)),
                scalar("trunk.scale", 3, Role.TRUNK)));
    assertThat(ScalarMeasures.of(model, TASKS))
        .containsExactly(
            entry("alpha1.left", 0.5), entry("alpha1.right", -2.0), entry("trunk.scale", 3.0));
  }

  @Test
  void distinguishesScalarsOfSameTask() {
    Model model =
        new Holder(
            List.of(scalar("first.gate", 1, Role.task(0)), scalar("second.gate", 2, Role.task(0))));
    assertThat(ScalarMeasures.of(model, TASKS))
        .containsExactly(entry("gate.left", 1.0), entry("second.gate.left", 2.0));
  }
}
