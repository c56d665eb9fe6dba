package org.mtlbench.toolbox.initialisation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * Layer-sequential unit variance (Mishkin and Matas 2016, "All you need is a good init"). Every
 * convolution and linear layer used in a forward pass gets orthonormal weights, where a kernel is
 * viewed as a matrix (out, in*kh*kw), and a zero bias. Then the layers are scaled one by one, in
 * the order of execution with the tasks' output layers last: the weights of a layer are divided by
 * the standard deviation of its output on one batch until that deviation differs from 1 by less
 * than 0.1, at most 10 times. All passes are in evaluation mode, so running statistics do not
 * change; parameters of normalisation layers and mixing weights keep their values.
 *
 * <p>The bias of a parameter named {@code x.weight} is the vector named {@code x.bias}.
 */
public final class Lsuv {
  private static final int ATTEMPTS = 10;
  private static final double TOLERANCE = 0.1;

  private final Model model;
  private final List<NDArray> batch;

  private Lsuv(Model model, List<NDArray> batch) {
    this.model = model;
    this.batch = batch;
  }

  /**
   * Initialises a model in place.
   *
   * @param batch inputs of a training batch, as for {@link Model#predict}; at least two examples
   * @param random source of the orthonormal weights; each layer has its own stream, identified by
   *     the name of its parameter
   */
  public static void initialise(Model model, List<NDArray> batch, Randomness random) {
    Lsuv lsuv = new Lsuv(model, batch);
    try (GradientMode off = GradientMode.off()) {
      List<Parameter> layers = lsuv.layersInExecutionOrder();
      lsuv.makeOrthonormal(layers, random);
      layers.stream().filter(w -> w.position() != Position.OUTPUT).forEach(lsuv::scale);
      layers.stream().filter(w -> w.position() == Position.OUTPUT).forEach(lsuv::scale);
    }
  }

  private List<Parameter> layersInExecutionOrder() {
    Set<Parameter> layers = new LinkedHashSet<>();
    try (NDScope scope = new NDScope()) {
      model.predict(batch, ForwardMode.probing((parameter, output) -> layers.add(parameter)));
    }
    return List.copyOf(layers);
  }

  private void makeOrthonormal(List<Parameter> layers, Randomness random) {
    Map<String, Parameter> vectors =
        model.parameters().stream()
            .filter(w -> w.kind() == Parameter.Kind.VECTOR)
            .collect(Collectors.toMap(Parameter::name, Function.identity()));
    for (Parameter layer : layers) {
      Shape shape = layer.value().getShape();
      int out = Math.toIntExact(shape.get(0));
      int in = Math.toIntExact(shape.size() / out);
      layer
          .value()
          .set(Orthonormal.matrix(out, in, random.stream("orthonormal value of " + layer.name())));
      Parameter bias = vectors.get(layer.name().replaceFirst("\\.weight$", ".bias"));
      if (bias != null) {
        bias.value().set(new float[Math.toIntExact(bias.size())]);
      }
    }
  }

  private void scale(Parameter layer) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      double deviation = outputDeviation(layer);
      boolean scalable = Double.isFinite(deviation) && deviation > 0;
      if (!scalable || Math.abs(deviation - 1) < TOLERANCE) {
        return;
      }
      layer.value().divi(deviation);
    }
  }

  /**
   * The standard deviation over all values of the layer's output; if the layer runs several times
   * in a forward pass, of its first output.
   */
  private double outputDeviation(Parameter layer) {
    try (NDScope scope = new NDScope()) {
      List<NDArray> outputs = new ArrayList<>();
      model.predict(
          batch,
          ForwardMode.probing(
              (parameter, output) -> {
                if (parameter == layer) {
                  outputs.add(output);
                }
              }));
      NDArray output = outputs.get(0);
      return Math.sqrt(output.sub(output.mean()).square().mean().getFloat());
    }
  }
}
