package org.mtlbench.engine.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mtlbench.api.layer.ForwardMode;

/**
 * What a model costs to store and to use.
 *
 * @param parameters numbers in the trained tensors that it reads, without running statistics,
 *     constants and indices
 * @param multiplyAdds multiply-adds of the convolutions and linear layers for one example
 * @param bytes size of its TorchScript archive
 */
public record ModelCost(long parameters, long multiplyAdds, long bytes) {
  private static final int WARM_UP = 5;
  private static final int MIN_TURNS = 15;
  private static final Duration TIME = Duration.ofSeconds(5);

  /**
   * The cost of a model.
   *
   * @throws IOException if it cannot be written as an archive
   */
  public static ModelCost of(GraphRecorder.Recording model) throws IOException {
    long parameters =
        model.graph().nodes().stream()
            .flatMap(node -> trained(node.operation(), model))
            .distinct()
            .mapToLong(name -> model.tensors().get(name).size())
            .sum();
    return new ModelCost(parameters, MultiplyAdds.ofAllWeights(model), archive(model).length);
  }

  /** A network may compute the weight of a layer from its parameters; then its numbers count. */
  private static Stream<String> trained(Operation operation, GraphRecorder.Recording model) {
    boolean layer =
        operation instanceof Operation.Convolution || operation instanceof Operation.Linear;
    return operation.tensors().stream().filter(name -> layer || model.trained().contains(name));
  }

  private static byte[] archive(GraphRecorder.Recording model) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TorchScriptArchive.write(model.graph(), model.tensors(), bytes);
    return bytes.toByteArray();
  }

  /**
   * The median times of a prediction on the processor. The models take turns, so that what else
   * runs on the machine slows all of them.
   *
   * @param models the models to compare
   * @param inputs shape of each input without the batch axis
   * @param batch number of examples at once, at least 1
   * @param threads intra-op threads, at least 1; the setting remains in this process
   * @return milliseconds for each model
   * @throws IOException if a model cannot be written as an archive
   */
  public static List<Double> milliseconds(
      List<GraphRecorder.Recording> models,
      List<List<Long>> inputs,
      int batch,
      int threads,
      NDManager manager)
      throws IOException {
    JniUtils.setNumThreads(threads);
    try (NDManager scratch = manager.newSubManager()) {
      List<ScriptedModel> loaded = new ArrayList<>();
      for (GraphRecorder.Recording model : models) {
        loaded.add(ScriptedModel.of(model, scratch));
      }
      List<NDArray> examples = new ArrayList<>();
      for (List<Long> input : inputs) {
        long[] shape = input.stream().mapToLong(Long::longValue).toArray();
        examples.add(scratch.ones(new Shape(batch).addAll(new Shape(shape))));
      }
      List<List<Double>> times = new ArrayList<>();
      models.forEach(model -> times.add(new ArrayList<>()));
      long end = System.nanoTime() + TIME.toNanos();
      for (int turn = -WARM_UP; turn < MIN_TURNS || System.nanoTime() < end; turn++) {
        for (int i = 0; i < loaded.size(); i++) {
          double time = milliseconds(loaded.get(i), examples);
          if (turn >= 0) {
            times.get(i).add(time);
          }
        }
      }
      return times.stream().map(ModelCost::median).toList();
    }
  }

  private static double milliseconds(ScriptedModel model, List<NDArray> examples) {
    long start = System.nanoTime();
    List<NDArray> outputs = model.predict(examples, ForwardMode.EVALUATION);
    outputs.forEach(output -> output.sum().getFloat());
    double time = (System.nanoTime() - start) / 1e6;
    outputs.forEach(NDArray::close);
    return time;
  }

  private static double median(List<Double> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }
}
