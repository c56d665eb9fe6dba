package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.LayerContext;
import org.mtlbench.api.layer.LayerMisfitException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;

/**
 * A residual block (He et al. 2016): layers(x) + projection(x). The activation after the sum,
 * usually a ReLU, is a separate layer.
 *
 * @param layers the residual function
 * @param projection maps the input to the shape of the layers' output; empty for the identity
 */
public record Residual(List<LayerSpec> layers, List<LayerSpec> projection) implements LayerSpec {
  public Residual {
    layers = List.copyOf(layers);
    projection = List.copyOf(projection);
  }

  @Override
  public String kind() {
    return "block";
  }

  @Override
  public boolean hasRows() {
    return Stream.concat(layers.stream(), projection.stream()).anyMatch(LayerSpec::hasRows);
  }

  @Override
  public Shape output(Shape input) {
    Shape output = output(layers, input);
    Shape shortcut = output(projection, input);
    if (!output.equals(shortcut)) {
      throw new LayerMisfitException(
          this, input, "layers that give the shortcut's shape " + shortcut + ", not " + output);
    }
    return output;
  }

  private static Shape output(List<LayerSpec> layers, Shape input) {
    Shape shape = input;
    for (LayerSpec layer : layers) {
      shape = layer.output(shape);
    }
    return shape;
  }

  @Override
  public long multiplyAdds(Shape input) {
    return LayerShapes.multiplyAdds(layers, input) + LayerShapes.multiplyAdds(projection, input);
  }

  @Override
  public LayerSpec widened(Shape input, int factor) {
    return new Residual(
        LayerShapes.widened(layers, input, factor), LayerShapes.widened(projection, input, factor));
  }

  @Override
  public Layer create(LayerContext context) {
    return new Sum(
        chain(context.name(), layers, context),
        chain(context.name() + ".projection", projection, context));
  }

  private static Chain chain(String name, List<LayerSpec> specs, LayerContext context) {
    return Chain.of(
        name,
        specs,
        context.role(),
        context.position() == Position.INPUT,
        context.position() == Position.OUTPUT,
        context.manager(),
        context.random());
  }

  private record Sum(Chain residual, Chain shortcut) implements Layer {
    @Override
    public NDArray forward(NDArray x, ForwardMode mode) {
      return residual.forward(x, mode).add(shortcut.forward(x, mode));
    }

    @Override
    public List<Parameter> parameters() {
      return Stream.of(residual, shortcut).flatMap(chain -> chain.parameters().stream()).toList();
    }
  }
}
