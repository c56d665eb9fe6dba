package org.mtlbench.toolbox.network;

import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.LayerContext;
import org.mtlbench.api.layer.LayerMisfitException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.initialisation.PyTorchDefault;

/**
 * Fully connected, (N, in) to (N, out).
 *
 * @param in input width
 * @param out output width, at least 1
 * @param bias whether a constant is added to each output
 */
public record Linear(int in, int out, boolean bias) implements LayerSpec {
  /** A linear layer with bias. */
  public Linear(int in, int out) {
    this(in, out, true);
  }

  /** The same without a bias, for a layer whose output is normalised. */
  public Linear withoutBias() {
    return new Linear(in, out, false);
  }

  @Override
  public String kind() {
    return "linear";
  }

  @Override
  public boolean hasRows() {
    return true;
  }

  @Override
  public Shape output(Shape input) {
    if (out < 1) {
      throw new LayerMisfitException(this, input, "an output width above 0");
    }
    if (!input.equals(new Shape(in))) {
      throw new LayerMisfitException(this, input, "a flat input of " + in + " features");
    }
    return new Shape(out);
  }

  @Override
  public long multiplyAdds(Shape input) {
    return (long) in * out;
  }

  @Override
  public LayerSpec widened(Shape input, int factor) {
    return new Linear(Math.toIntExact(input.get(0)), Math.multiplyExact(out, factor), bias);
  }

  @Override
  public Layer create(LayerContext context) {
    return new LinearLayer(
        PyTorchDefault.draw(context, "weight", new Shape(out, in), in, Parameter.Kind.MATRIX),
        PyTorchDefault.bias(context, bias, out, in));
  }
}
