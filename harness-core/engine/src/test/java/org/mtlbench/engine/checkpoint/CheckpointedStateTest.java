package org.mtlbench.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.toolbox.optimiser.Adam;
import org.mtlbench.toolbox.optimiser.Optimiser;

class CheckpointedStateTest {
  private final NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");

  @AfterEach
  void close() {
    manager.close();
  }

  private Parameter parameter(float... values) {
    NDArray tensor = manager.create(values);
    return new Parameter("w", tensor, Parameter.Kind.VECTOR, Role.TRUNK, Position.HIDDEN);
  }

  private void step(Optimiser optimiser, Parameter parameter) {
    try (NDArray gradient = manager.create(new float[] {1, -2})) {
      optimiser.update(parameter, gradient, 0.1);
    }
  }

  @Test
  void roundTripsTensorsOfAnyLayoutAndNumbers() throws UnusableCheckpointException {
    NDArray kernel = manager.arange(24f).reshape(2, 3, 4);
    NDArray turned = kernel.transpose(2, 0, 1);
    NDArray scalar = manager.create(-0f);
    double[] numbers = {Double.NEGATIVE_INFINITY, Double.NaN, 0.1, -0.0};
    CheckpointedState before = new CheckpointedState();
    before.tensor("kernel", kernel);
    before.tensor("turned", turned);
    before.tensor("scalar", scalar);
    before.numbers("numbers", numbers::clone, values -> {});
    HostState saved = before.capture();

    NDArray kernelAfter = manager.zeros(new Shape(2, 3, 4));
    NDArray turnedAfter = manager.zeros(new Shape(4, 2, 3));
    NDArray scalarAfter = manager.create(7f);
    double[][] numbersAfter = new double[1][];
    CheckpointedState after = new CheckpointedState();
    after.tensor("kernel", kernelAfter);
    after.tensor("turned", turnedAfter);
    after.tensor("scalar", scalarAfter);
    after.numbers("numbers", () -> numbersAfter[0], values -> numbersAfter[0] = values);
    after.restore(saved);

    assertThat(kernelAfter).isEqualTo(kernel);
    assertThat(turnedAfter).isEqualTo(turned);
    assertThat(Float.floatToRawIntBits(scalarAfter.getFloat()))
        .isEqualTo(Float.floatToRawIntBits(-0f));
    assertThat(numbersAfter[0]).containsExactly(numbers);
  }

  @Test
  void keepsStateOfLateRegistrations() throws UnusableCheckpointException {
    CheckpointedState first = new CheckpointedState();
    Optimiser adam = new Adam();
    adam.state("adam", first);
    Parameter parameter = parameter(1, 2);
    step(adam, parameter);
    HostState saved = first.capture();
    float[] then = parameter.value().toFloatArray();
    step(adam, parameter);

    CheckpointedState second = new CheckpointedState();
    new Adam().state("adam", second);
    second.restore(saved);
    HostState unclaimed = second.capture();
    assertThat(unclaimed.tensors()).containsKey("adam.w.steps");

    CheckpointedState third = new CheckpointedState();
    Optimiser late = new Adam();
    late.state("adam", third);
    third.restore(unclaimed);
    Parameter same = parameter(then);
    step(late, same);
    assertThat(same.value()).isEqualTo(parameter.value());
  }

  @Test
  void resetOptimiserDoesNotRestoreOldMoments() throws UnusableCheckpointException {
    CheckpointedState first = new CheckpointedState();
    Optimiser adam = new Adam();
    adam.state("adam", first);
    step(adam, parameter(1, 2));
    HostState saved = first.capture();

    CheckpointedState second = new CheckpointedState();
    Optimiser restarted = new Adam();
    restarted.state("adam", second);
    second.restore(saved);
    restarted.reset();
    Parameter parameter = parameter(1, 2);
    step(restarted, parameter);

    Parameter fresh = parameter(1, 2);
    step(new Adam(), fresh);
    assertThat(parameter.value()).isEqualTo(fresh.value());
  }

  @Test
  void rejectsIncompleteAndInvalidState() {
    CheckpointedState other = new CheckpointedState();
    other.tensor("weight", manager.zeros(new Shape(3)));
    HostState saved = other.capture();

    CheckpointedState larger = new CheckpointedState();
    larger.tensor("weight", manager.zeros(new Shape(4)));
    assertThatThrownBy(() -> larger.restore(saved))
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessage("it does not contain 'weight'");

    CheckpointedState more = new CheckpointedState();
    more.numbers("mu", () -> new double[1], values -> {});
    assertThatThrownBy(() -> more.restore(saved)).hasMessage("it does not contain 'mu'");

    CheckpointedState rejecting = new CheckpointedState();
    rejecting.numbers("mu", () -> new double[0], values -> values[0] = 1);
    HostState empty = rejecting.capture();
    assertThatThrownBy(() -> rejecting.restore(empty))
        .isInstanceOf(UnusableCheckpointException.class)
        .hasMessageStartingWith("the method rejected 'mu'");
  }

  @Test
  void rejectsNameOfTensorAndNumbers() {
    CheckpointedState state = new CheckpointedState();
    state.tensor("x", manager.zeros(new Shape(1)));
    assertThatThrownBy(() -> state.numbers("x", () -> new double[0], values -> {}))
        .hasMessageContaining("state 'x': found a tensor and numbers");
  }

  @Test
  void doesNotLeakTensors() throws UnusableCheckpointException {
    CheckpointedState state = new CheckpointedState();
    state.tensor("weight", manager.zeros(new Shape(3)));
    int before = manager.getManagedArrays().size();
    state.restore(state.capture());
    assertThat(manager.getManagedArrays()).hasSize(before);
  }
}
