package org.mtlbench.toolbox.initialisation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.mtlbench.api.layer.LayerContext;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.random.Randomness;

/**
 * PyTorch's default initialisation of convolutions and linear layers: weight and bias are uniform
 * in +-1/sqrt(fan in), where fan in is the number of inputs of one output (LeCun et al. 1998,
 * "Efficient BackProp"). Values are drawn on the host from a stream identified by the parameter's
 * name, so they depend neither on the device nor on other parameters.
 */
public final class PyTorchDefault {
  private final NDManager manager;
  private final Randomness random;

  /**
   * @param manager owner of the values
   * @param random the network's randomness
   */
  public PyTorchDefault(NDManager manager, Randomness random) {
    this.manager = manager;
    this.random = random;
  }

  /**
   * Draws a tensor of a layer.
   *
   * @param suffix last part of its name, see {@link LayerContext#parameter}
   * @param fanIn number of inputs of one output, at least 1; kh*kw*in for a kernel
   */
  public static Parameter draw(
      LayerContext layer, String suffix, Shape shape, int fanIn, Parameter.Kind kind) {
    PyTorchDefault initial = new PyTorchDefault(layer.manager(), layer.random());
    return layer.parameter(suffix, initial.draw(layer.name() + "." + suffix, shape, fanIn), kind);
  }

  /**
   * Draws the bias of a layer, named {@code bias}.
   *
   * @param present whether the layer has one
   * @param out number of outputs
   * @param fanIn as for {@link #draw(LayerContext, String, Shape, int, Parameter.Kind)}
   */
  public static Optional<Parameter> bias(LayerContext layer, boolean present, int out, int fanIn) {
    return present
        ? Optional.of(draw(layer, "bias", new Shape(out), fanIn, Parameter.Kind.VECTOR))
        : Optional.empty();
  }

  /**
   * Draws a float32 tensor.
   *
   * @param name name of the parameter; different names give independent values
   * @param fanIn number of inputs of one output, at least 1; kh*kw*in for a kernel
   */
  public NDArray draw(String name, Shape shape, int fanIn) {
    if (fanIn < 1) {
      throw new IllegalArgumentException(
          name + ": found fan in " + fanIn + ", expected at least 1");
    }
    float bound = (float) (1 / Math.sqrt(fanIn));
    RandomGenerator generator = random.stream("initial value of " + name);
    float[] values = new float[Math.toIntExact(shape.size())];
    for (int i = 0; i < values.length; i++) {
      values[i] = generator.nextFloat(-bound, bound);
    }
    return manager.create(values, shape);
  }
}
