package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.LayerContext;
import org.mtlbench.api.layer.LayerMisfitException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.gradient.GradientMode;

/**
 * Inverted dropout (Srivastava et al. 2014): in training, each value is set to 0 with the given
 * probability and the others are divided by the probability of being kept; in evaluation, the
 * identity.
 *
 * <p>The mask of each training pass is drawn from the network's randomness, the layer's name and a
 * pass counter. The counter is a buffer of the layer, so checkpoints contain it and a resumed
 * training draws the same masks.
 *
 * @param probability probability of setting a value to 0, at least 0 and below 1
 */
public record Dropout(double probability) implements LayerSpec {
  @Override
  public String kind() {
    return "dropout";
  }

  @Override
  public Shape output(Shape input) {
    if (!(probability >= 0 && probability < 1)) {
      throw new LayerMisfitException(this, input, "a probability of at least 0 and below 1");
    }
    return input;
  }

  @Override
  public Layer create(LayerContext context) {
    return new Masked(
        (float) probability,
        context.random().part("dropout of " + context.name()),
        context.parameter("passes", context.manager().zeros(new Shape()), Parameter.Kind.BUFFER));
  }

  /**
   * The layer.
   *
   * @param passes number of training passes so far, a scalar; exact up to 2^24
   */
  private record Masked(float probability, Randomness random, Parameter passes) implements Layer {
    @Override
    public NDArray forward(NDArray x, ForwardMode mode) {
      if (!mode.training()) {
        return x;
      }
      long count = (long) passes.value().getFloat();
      try (GradientMode off = GradientMode.off()) {
        passes.value().addi(1);
      }
      // The engine's generator is seeded for every mask, so that masks are independent of other
      // users.
      passes.value().getManager().getEngine().setRandomSeed(random.stream("mask", count).nextInt());
      return ai.djl.nn.norm.Dropout.dropout(x, probability, true).singletonOrThrow();
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(passes);
    }
  }
}
