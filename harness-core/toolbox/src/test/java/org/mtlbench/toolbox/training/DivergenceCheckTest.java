package org.mtlbench.toolbox.training;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.phase.Evaluation;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.task.Tasks;

class DivergenceCheckTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private Parameter parameter(String name, float... values) {
    return new Parameter(
        name, manager.create(values), Parameter.Kind.VECTOR, Role.TRUNK, Position.HIDDEN);
  }

  @Test
  void acceptsLargeFiniteParameters() {
    List<Parameter> parameters =
        List.of(parameter("a", Float.MAX_VALUE, -Float.MAX_VALUE), parameter("b", 0));
    assertThatCode(() -> DivergenceCheck.check(parameters, 1, 0)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void reportsNonFiniteParameterWithEpochAndStep(float value) {
    List<Parameter> parameters = List.of(parameter("good", 1, 2), parameter("bad", 3, value, 4));
    assertThatThrownBy(() -> DivergenceCheck.check(parameters, 3, 17))
        .isInstanceOf(DivergedException.class)
        .hasMessageMatching("the parameter bad became (NaN|Infinity) in epoch 3, step 17");
  }

  @Test
  void rejectsNonFiniteValidationLoss() {
    List<Task> tasks = List.of(Tasks.classification("left", 2), Tasks.classification("right", 2));
    Evaluation good = new Evaluation(new double[][] {{1}, {1}}, new double[] {0, 3});
    Evaluation bad = new Evaluation(new double[][] {{1}, {1}}, new double[] {0, Double.NaN});
    assertThatCode(() -> DivergenceCheck.check(good, tasks, 1, 0)).doesNotThrowAnyException();
    assertThatThrownBy(() -> DivergenceCheck.check(bad, tasks, 2, 5))
        .hasMessage("the validation loss of task right became NaN in epoch 2, step 5");
  }
}
