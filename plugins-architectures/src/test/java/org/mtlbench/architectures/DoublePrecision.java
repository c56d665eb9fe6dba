package org.mtlbench.architectures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.testkit.NetworkCase;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;
import org.mtlbench.toolbox.network.Activation;
import org.mtlbench.toolbox.network.Convolution;
import org.mtlbench.toolbox.network.GlobalAveragePool;

/** Compares networks with their definition in double precision, written without the engine. */
public final class DoublePrecision {
  private static final Randomness RANDOM = new Randomness(21);
  private static final int BATCH = 4;
  private static final double STEP = 1e-6;

  /** Rows and columns of {@link #spatial}. */
  public static final int PIXELS = 3 * 4;

  /** Parameters by name; values in row-major order. */
  public record Parameters(Map<String, double[]> values) {
    /** W x + b of a linear layer. */
    public double[] linear(String layer, double[] x) {
      return pointwise(layer, x, 1);
    }

    /** A 1x1 convolution; every channel has the given number of pixels. */
    public double[] pointwise(String layer, double[] x, int pixels) {
      double[] weight = values.get(layer + ".weight");
      double[] bias = values.get(layer + ".bias");
      int in = x.length / pixels;
      double[] y = new double[bias.length * pixels];
      for (int i = 0; i < y.length; i++) {
        int out = i / pixels;
        y[i] = bias[out];
        for (int j = 0; j < in; j++) {
          y[i] += weight[out * in + j] * x[j * pixels + i % pixels];
        }
      }
      return y;
    }

    /** sum_i softmax(W x + b)_i y_i. */
    public double[] gated(String gate, double[] x, List<double[]> experts) {
      double[] logits = linear(gate + ".linear", x);
      double sum = Arrays.stream(logits).map(Math::exp).sum();
      double[] mixed = new double[experts.get(0).length];
      for (int i = 0; i < logits.length; i++) {
        for (int j = 0; j < mixed.length; j++) {
          mixed[j] += Math.exp(logits[i]) / sum * experts.get(i)[j];
        }
      }
      return mixed;
    }
  }

  /** The outputs of all tasks for one example. */
  public interface Definition {
    List<double[]> outputs(Parameters parameters, double[] x);
  }

  private DoublePrecision() {}

  /** Two 1x1 convolutions and global average pooling for images of 2x3x4; 3 classes per task. */
  public static NetworkCase spatial(int tasks) {
    return NetworkCase.of(
        new Shape(2, 3, 4),
        List.of(
            List.of(new Convolution(2, 3, 1), Activation.RELU),
            List.of(new Convolution(3, 5, 1), Activation.RELU, new GlobalAveragePool())),
        tasks,
        3);
  }

  /** max(x, 0). */
  public static double[] relu(double[] x) {
    return Arrays.stream(x).map(v -> Math.max(v, 0)).toArray();
  }

  /** The mean of each channel. */
  public static double[] means(double[] x) {
    double[] means = new double[x.length / PIXELS];
    for (int i = 0; i < x.length; i++) {
      means[i / PIXELS] += x[i] / PIXELS;
    }
    return means;
  }

  /**
   * Compares the outputs with the definition, and the gradient of a random linear function of them
   * with central differences of the definition, for every entry of every parameter.
   */
  public static void check(
      Network network, NetworkCase parts, Definition definition, NDManager manager) {
    NDArray inputs = parts.inputs(BATCH, manager, RANDOM.stream("inputs"));
    double[][] examples = new double[BATCH][];
    Arrays.setAll(examples, n -> toDoubles(inputs.get(n).toFloatArray()));
    Parameters parameters = parameters(network);
    List<double[]> factors = new ArrayList<>();
    NDArray loss = manager.create(0f);
    try (GradientMode on = GradientMode.on()) {
      List<NDArray> outputs = network.predict(inputs, ForwardMode.TRAINING);
      for (int task = 0; task < parts.tasks(); task++) {
        NDArray output = outputs.get(task);
        double[] factor = numbers(Math.toIntExact(output.size()), RANDOM.stream("factors", task));
        factors.add(factor);
        loss = loss.add(output.mul(manager.create(toFloats(factor), output.getShape())).sum());
      }
      assertOutputs(outputs, definition, parameters, examples);
      Backward.run(loss);
    }
    for (Parameter parameter : network.parameters()) {
      float[] gradient = parameter.value().getGradient().toFloatArray();
      double[] values = parameters.values().get(parameter.name());
      for (int i = 0; i < values.length; i++) {
        double value = values[i];
        values[i] = value + STEP;
        double above = loss(definition, parameters, examples, factors);
        values[i] = value - STEP;
        double below = loss(definition, parameters, examples, factors);
        values[i] = value;
        assertThat((double) gradient[i])
            .as(parameter.name() + "[" + i + "]")
            .isCloseTo((above - below) / (2 * STEP), within(2e-5));
      }
    }
  }

  private static void assertOutputs(
      List<NDArray> outputs, Definition definition, Parameters parameters, double[][] examples) {
    for (int n = 0; n < BATCH; n++) {
      List<double[]> expected = definition.outputs(parameters, examples[n]);
      for (int task = 0; task < outputs.size(); task++) {
        float[] found = outputs.get(task).get(n).toFloatArray();
        assertThat(found).hasSize(expected.get(task).length);
        for (int i = 0; i < found.length; i++) {
          assertThat((double) found[i])
              .as("output " + i + " of task " + task)
              .isCloseTo(expected.get(task)[i], within(2e-6));
        }
      }
    }
  }

  private static double loss(
      Definition definition, Parameters parameters, double[][] examples, List<double[]> factors) {
    double loss = 0;
    for (int n = 0; n < BATCH; n++) {
      List<double[]> outputs = definition.outputs(parameters, examples[n]);
      for (int task = 0; task < outputs.size(); task++) {
        double[] output = outputs.get(task);
        for (int i = 0; i < output.length; i++) {
          loss += output[i] * factors.get(task)[n * output.length + i];
        }
      }
    }
    return loss;
  }

  private static Parameters parameters(Network network) {
    Map<String, double[]> values = new LinkedHashMap<>();
    for (Parameter parameter : network.parameters()) {
      values.put(parameter.name(), toDoubles(parameter.value().toFloatArray()));
    }
    return new Parameters(values);
  }

  private static double[] toDoubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static float[] toFloats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  /** Random values that are exact in float32. */
  private static double[] numbers(int size, RandomGenerator generator) {
    return generator.ints(size, -8, 9).mapToDouble(i -> i / 8.0).toArray();
  }
}
