package org.mtlbench.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import org.mtlbench.api.architecture.Model;

/**
 * The multiply-adds of the forward pass of one example through all networks of a model: those of
 * convolutions and linear layers whose weight is not 0. Normalisation, pooling and activations
 * count as 0.
 */
public final class MultiplyAdds {
  private MultiplyAdds() {}

  /**
   * Counts the multiply-adds of a model.
   *
   * @param inputs shape of each input without the batch axis
   * @param manager owner of temporary tensors
   * @return empty if the forward pass has operations that cannot be recorded
   */
  public static OptionalLong of(Model model, List<Shape> inputs, NDManager manager) {
    try (NDManager temporary = manager.newSubManager()) {
      return OptionalLong.of(of(GraphRecorder.record(model, inputs, temporary)));
    } catch (UnsupportedOperationException | ClassCastException e) {
      // As for saved models: arrays of a type of its own do not fit every plugin's code.
      return OptionalLong.empty();
    }
  }

  /** The multiply-adds of a recorded model by weights other than 0. */
  static long of(GraphRecorder.Recording recording) {
    return sum(recording, MultiplyAdds::nonzero);
  }

  /** The multiply-adds of a recorded model by all weights, which is what it computes. */
  static long ofAllWeights(GraphRecorder.Recording recording) {
    return sum(recording, NDArray::size);
  }

  private static long sum(GraphRecorder.Recording recording, ToLongFunction<NDArray> weights) {
    Map<String, NDArray> tensors = recording.tensors();
    long sum = 0;
    for (ModelGraph.Node node : recording.graph().nodes()) {
      if (node.operation() instanceof Operation.Convolution convolution) {
        sum += weights.applyAsLong(tensors.get(convolution.weight())) * positions(node.shape(), 0);
      } else if (node.operation() instanceof Operation.Linear linear) {
        sum +=
            weights.applyAsLong(tensors.get(linear.weight()))
                * positions(node.shape(), node.shape().size() - 1);
      }
    }
    return sum;
  }

  /** The number of output positions at which each weight is used. */
  private static long positions(List<Long> shape, int channelAxis) {
    long all = shape.stream().reduce(1L, (a, b) -> a * b);
    return all / shape.get(channelAxis);
  }

  private static long nonzero(NDArray weight) {
    long count = 0;
    for (float value : weight.toFloatArray()) {
      count += value == 0 ? 0 : 1;
    }
    return count;
  }
}
