package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import org.mtlbench.api.architecture.Position;
import org.mtlbench.api.architecture.Role;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.initialisation.PyTorchDefault;

/** Makes layers whose weights have PyTorch's default values. */
final class LayerFactory {
  private final Role role;
  private final NDManager manager;
  private final PyTorchDefault initial;

  LayerFactory(Role role, NDManager manager, Randomness random) {
    this.role = role;
    this.manager = manager;
    initial = new PyTorchDefault(manager, random);
  }

  /**
   * @param name of the layer, the prefix of its weights' names
   */
  Layer layer(String name, LayerSpec spec, Position position) {
    if (spec instanceof LayerSpec.Convolution c) {
      return convolution(name, c, position);
    }
    if (spec instanceof LayerSpec.Linear l) {
      return linear(name, l, position);
    }
    if (spec instanceof LayerSpec.BatchNorm b) {
      return batchNorm(name, b, position);
    }
    return new WeightlessLayer(spec);
  }

  private Layer convolution(String name, LayerSpec.Convolution spec, Position position) {
    int fanIn = spec.in() * spec.kernel() * spec.kernel();
    Shape kernel = new Shape(spec.out(), spec.in(), spec.kernel(), spec.kernel());
    return new ConvolutionLayer(
        drawn(name + ".weight", kernel, fanIn, Weight.Kind.KERNEL, position),
        drawn(name + ".bias", new Shape(spec.out()), fanIn, Weight.Kind.VECTOR, position));
  }

  private Layer linear(String name, LayerSpec.Linear spec, Position position) {
    Shape matrix = new Shape(spec.out(), spec.in());
    return new LinearLayer(
        drawn(name + ".weight", matrix, spec.in(), Weight.Kind.MATRIX, position),
        drawn(name + ".bias", new Shape(spec.out()), spec.in(), Weight.Kind.VECTOR, position));
  }

  private Layer batchNorm(String name, LayerSpec.BatchNorm spec, Position position) {
    Shape shape = new Shape(spec.features());
    return new BatchNormLayer(
        weight(name + ".scale", manager.ones(shape), Weight.Kind.VECTOR, position),
        weight(name + ".shift", manager.zeros(shape), Weight.Kind.VECTOR, position),
        weight(name + ".mean", manager.zeros(shape), Weight.Kind.BUFFER, position),
        weight(name + ".variance", manager.ones(shape), Weight.Kind.BUFFER, position));
  }

  private Weight drawn(String name, Shape shape, int fanIn, Weight.Kind kind, Position position) {
    return weight(name, initial.draw(name, shape, fanIn), kind, position);
  }

  private Weight weight(String name, NDArray value, Weight.Kind kind, Position position) {
    // a network made inside somebody's scope must outlive it
    NDScope.unregister(value);
    return new Weight(name, value, kind, role, position);
  }
}
