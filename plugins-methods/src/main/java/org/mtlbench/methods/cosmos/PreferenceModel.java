package org.mtlbench.methods.cosmos;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * A network that reads a preference as its first K input channels: that of the step in training
 * passes, a fixed one in others. The fixed one is the buffer {@code preference}, (K, 1, 1) for
 * images and (K) for vectors, and so part of the saved model.
 */
final class PreferenceModel implements Model {
  private final Network network;
  private final Parameter fixed;
  private final NDArray zeros;
  private NDArray ofStep;

  /**
   * Creates the model.
   *
   * @param network with K input channels more than the inputs of {@link #predict}
   * @param preference K numbers, used for evaluation
   * @param image whether inputs are images
   * @param manager owner of the buffer
   */
  PreferenceModel(Network network, double[] preference, boolean image, NDManager manager) {
    this.network = network;
    float[] values = new float[preference.length];
    for (int t = 0; t < values.length; t++) {
      values[t] = (float) preference[t];
    }
    Shape shape = image ? new Shape(values.length, 1, 1) : new Shape(values.length);
    NDArray tensor = manager.create(values, shape);
    fixed = new Parameter("preference", tensor, Parameter.Kind.BUFFER, Role.TRUNK, Position.INPUT);
    zeros = manager.zeros(shape);
    ofStep = tensor;
  }

  /**
   * Sets the preference of the next training passes.
   *
   * @param preference (K), of any floating-point type; must live as long as these passes
   */
  void setPreference(NDArray preference) {
    try (GradientMode off = GradientMode.off()) {
      ofStep = preference.toType(DataType.FLOAT32, false).reshape(fixed.value().getShape());
    }
  }

  @Override
  public List<NDArray> predict(List<NDArray> inputs, ForwardMode mode) {
    NDArray preference = mode.training() ? ofStep : fixed.value();
    return network.predict(inputs.stream().map(input -> joined(preference, input)).toList(), mode);
  }

  /**
   * The input behind the preference. The constant channels are computed from a channel of the
   * input, which gives them its batch size, also in saved models.
   */
  private NDArray joined(NDArray preference, NDArray input) {
    return input
        .get(new NDIndex().addAllDim().addSliceDim(0, 1))
        .mul(zeros)
        .add(preference)
        .concat(input, 1);
  }

  @Override
  public List<Parameter> parameters() {
    return Stream.concat(network.parameters().stream(), Stream.of(fixed)).toList();
  }
}
