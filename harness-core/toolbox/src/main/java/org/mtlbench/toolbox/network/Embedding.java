package org.mtlbench.toolbox.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.random.RandomGenerator;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Layer;
import org.mtlbench.api.layer.LayerContext;
import org.mtlbench.api.layer.LayerMisfitException;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.dataset.IndexSelect;

/**
 * Replaces each categorical column of a flat input (N, quantities + columns) with a learned vector:
 * (N, quantities + columns * width). The categorical columns are the last ones and contain indices
 * from 0; see {@link org.mtlbench.api.dataset.InputSpec}. The vectors are initialised from the
 * standard normal distribution, as in PyTorch, and do not count as neuron rows.
 *
 * @param quantities number of columns before the categorical ones, which are unchanged
 * @param categories the number of categories of each categorical column
 * @param width length of a vector, at least 1
 */
public record Embedding(int quantities, List<Integer> categories, int width) implements LayerSpec {
  public Embedding {
    categories = List.copyOf(categories);
  }

  @Override
  public String kind() {
    return "embedding";
  }

  @Override
  public Shape output(Shape input) {
    if (width < 1) {
      throw new LayerMisfitException(this, input, "a width above 0");
    }
    int columns = quantities + categories.size();
    if (!input.equals(new Shape(columns))) {
      throw new LayerMisfitException(this, input, "a flat input of " + columns + " features");
    }
    return new Shape(quantities + (long) categories.size() * width);
  }

  @Override
  public Layer create(LayerContext context) {
    int rows = categories.stream().mapToInt(Integer::intValue).sum();
    RandomGenerator random =
        context.random().stream("initial value of " + context.name() + ".weight");
    float[] values = new float[Math.multiplyExact(rows, width)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    long[] starts = new long[categories.size()];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + categories.get(i - 1);
    }
    return new Table(
        quantities,
        context.parameter(
            "weight",
            context.manager().create(values, new Shape(rows, width)),
            Parameter.Kind.VECTOR),
        starts);
  }

  /**
   * An embedding layer with its tensors.
   *
   * @param weight (categories of all columns, width)
   * @param starts the first row of each column's categories
   */
  private record Table(int quantities, Parameter weight, long[] starts) implements Layer {
    @Override
    public NDArray forward(NDArray x, ForwardMode mode) {
      NDArray offsets = x.getManager().create(starts);
      NDArray codes = x.get(new NDIndex(":, " + quantities + ":")).toType(DataType.INT64, false);
      NDArray vectors =
          IndexSelect.of(weight.value(), codes.add(offsets)).reshape(x.getShape().get(0), -1);
      return quantities == 0 ? vectors : x.get(new NDIndex(":, :" + quantities)).concat(vectors, 1);
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(weight);
    }
  }
}
