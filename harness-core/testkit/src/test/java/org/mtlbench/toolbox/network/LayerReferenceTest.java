package org.mtlbench.toolbox.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.layer.ForwardMode;
import org.mtlbench.api.layer.LayerSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.gradient.Backward;
import org.mtlbench.toolbox.gradient.GradientMode;

/** Layers against their definitions in double precision, in value and in gradient. */
class LayerReferenceTest {
  private static final Randomness RANDOM = new Randomness(11);
  private static final int BATCH = 3;
  private static final int CHANNELS = 2;
  private static final int HEIGHT = 7;
  private static final int WIDTH = 6;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  /** One image, [channel][row][column], in double precision. */
  private interface Reference {
    double[][][] of(double[][][] image, List<Parameter> parameters);
  }

  private record Case(String name, LayerSpec layer, Reference reference) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        convolution(3, 1, 0),
        convolution(3, 1, 1),
        convolution(3, 2, 1),
        convolution(1, 2, 0),
        convolution(5, 3, 2),
        new Case(
            "convolution without bias",
            new Convolution(CHANNELS, 3, 3, 2, 1).withoutBias(),
            (x, p) -> convolve(x, values(p, 0), new float[3], 3, 2, 1)),
        shortcut(2, 2),
        shortcut(3, 1),
        shortcut(5, 3),
        new Case("average of 2x2", new AveragePool(2), (x, p) -> average(x, 2)),
        new Case("average of 3x3", new AveragePool(3), (x, p) -> average(x, 3)),
        nearest(7, 6),
        nearest(14, 12),
        nearest(11, 17),
        bilinear(14, 12),
        bilinear(11, 17),
        new Case(
            "residual with identity",
            new Residual(List.of(Convolution.same(2, 2, 3)), List.of()),
            (x, p) -> sum(convolve(x, p, 0, 3, 1, 1), x)),
        new Case(
            "residual with projection",
            new Residual(
                List.of(new Convolution(2, 4, 3, 2, 1), Convolution.same(4, 4, 3)),
                List.of(new Convolution(2, 4, 1, 2, 0))),
            (x, p) ->
                sum(
                    convolve(convolve(x, p, 0, 3, 2, 1), p, 2, 3, 1, 1),
                    convolve(x, p, 4, 1, 2, 0))),
        new Case(
            "residual with padded shortcut",
            new Residual(
                List.of(new Convolution(2, 4, 3, 2, 1).withoutBias()),
                List.of(new PaddedShortcut(4, 2))),
            (x, p) -> sum(convolve(x, values(p, 0), new float[4], 3, 2, 1), padded(x, 4, 2))));
  }

  private static Case shortcut(int out, int stride) {
    return new Case(
        "shortcut to " + out + " stride " + stride,
        new PaddedShortcut(out, stride),
        (x, p) -> padded(x, out, stride));
  }

  private static double[][][] padded(double[][][] x, int out, int stride) {
    int height = (x[0].length - 1) / stride + 1;
    int width = (x[0][0].length - 1) / stride + 1;
    double[][][] y = new double[out][height][width];
    for (int c = 0; c < x.length; c++) {
      for (int i = 0; i < height; i++) {
        for (int j = 0; j < width; j++) {
          y[c][i][j] = x[c][i * stride][j * stride];
        }
      }
    }
    return y;
  }

  private static Case convolution(int kernel, int stride, int padding) {
    return new Case(
        "convolution " + kernel + " stride " + stride + " padding " + padding,
        new Convolution(CHANNELS, 3, kernel, stride, padding),
        (x, p) -> convolve(x, p, 0, kernel, stride, padding));
  }

  private static Case nearest(int height, int width) {
    return new Case(
        "nearest to " + height + "x" + width,
        new Upsampling(height, width, Upsampling.Mode.NEAREST),
        (x, p) -> {
          double[][][] y = new double[x.length][height][width];
          for (int c = 0; c < x.length; c++) {
            for (int i = 0; i < height; i++) {
              for (int j = 0; j < width; j++) {
                y[c][i][j] = x[c][i * HEIGHT / height][j * WIDTH / width];
              }
            }
          }
          return y;
        });
  }

  private static Case bilinear(int height, int width) {
    return new Case(
        "bilinear to " + height + "x" + width,
        new Upsampling(height, width, Upsampling.Mode.BILINEAR),
        (x, p) -> {
          double[][][] y = new double[x.length][height][width];
          for (int c = 0; c < x.length; c++) {
            for (int i = 0; i < height; i++) {
              for (int j = 0; j < width; j++) {
                double row = Math.max(0, (i + 0.5) * HEIGHT / height - 0.5);
                double column = Math.max(0, (j + 0.5) * WIDTH / width - 0.5);
                y[c][i][j] = between(x[c], row, column);
              }
            }
          }
          return y;
        });
  }

  private static double between(double[][] image, double row, double column) {
    int top = (int) row;
    int left = (int) column;
    int bottom = Math.min(top + 1, image.length - 1);
    int right = Math.min(left + 1, image[0].length - 1);
    double down = row - top;
    double across = column - left;
    return (1 - down) * ((1 - across) * image[top][left] + across * image[top][right])
        + down * ((1 - across) * image[bottom][left] + across * image[bottom][right]);
  }

  private static double[][][] convolve(
      double[][][] x, List<Parameter> parameters, int index, int kernel, int stride, int padding) {
    return convolve(
        x, values(parameters, index), values(parameters, index + 1), kernel, stride, padding);
  }

  private static float[] values(List<Parameter> parameters, int index) {
    return parameters.get(index).value().toFloatArray();
  }

  private static double[][][] convolve(
      double[][][] x, float[] k, float[] bias, int kernel, int stride, int padding) {
    int height = (x[0].length + 2 * padding - kernel) / stride + 1;
    int width = (x[0][0].length + 2 * padding - kernel) / stride + 1;
    double[][][] y = new double[bias.length][height][width];
    for (int out = 0; out < bias.length; out++) {
      for (int i = 0; i < height; i++) {
        for (int j = 0; j < width; j++) {
          double sum = bias[out];
          for (int in = 0; in < x.length; in++) {
            for (int a = 0; a < kernel; a++) {
              for (int b = 0; b < kernel; b++) {
                int row = i * stride + a - padding;
                int column = j * stride + b - padding;
                if (row >= 0 && row < x[0].length && column >= 0 && column < x[0][0].length) {
                  sum += x[in][row][column] * k[((out * x.length + in) * kernel + a) * kernel + b];
                }
              }
            }
          }
          y[out][i][j] = sum;
        }
      }
    }
    return y;
  }

  private static double[][][] average(double[][][] x, int window) {
    double[][][] y = new double[x.length][x[0].length / window][x[0][0].length / window];
    for (int c = 0; c < y.length; c++) {
      for (int i = 0; i < y[0].length * window; i++) {
        for (int j = 0; j < y[0][0].length * window; j++) {
          y[c][i / window][j / window] += x[c][i][j] / (window * window);
        }
      }
    }
    return y;
  }

  private static double[][][] sum(double[][][] a, double[][][] b) {
    double[][][] y = new double[a.length][a[0].length][a[0][0].length];
    for (int c = 0; c < y.length; c++) {
      for (int i = 0; i < y[0].length; i++) {
        for (int j = 0; j < y[0][0].length; j++) {
          y[c][i][j] = a[c][i][j] + b[c][i][j];
        }
      }
    }
    return y;
  }

  private Chain chain(LayerSpec... layers) {
    return Chain.of("part", List.of(layers), Role.TRUNK, true, false, manager, RANDOM);
  }

  private float[] numbers(long size, String purpose) {
    RandomGenerator generator = RANDOM.stream(purpose);
    float[] values = new float[Math.toIntExact(size)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) generator.nextGaussian();
    }
    return values;
  }

  /** Channels last in memory, as datasets give their batches. */
  private NDArray images() {
    Shape shape = new Shape(BATCH, HEIGHT, WIDTH, CHANNELS);
    return manager.create(numbers(shape.size(), "images"), shape).transpose(0, 3, 1, 2);
  }

  private static double[][][] example(NDArray images, int index) {
    float[] values = images.get(index).toFloatArray();
    double[][][] image = new double[CHANNELS][HEIGHT][WIDTH];
    for (int i = 0; i < values.length; i++) {
      image[i / (HEIGHT * WIDTH)][i / WIDTH % HEIGHT][i % WIDTH] = values[i];
    }
    return image;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void matchesDefinition(Case test) {
    Chain chain = chain(test.layer());
    NDArray images = images();
    NDArray copy = manager.create(images.toFloatArray(), images.getShape());
    for (NDArray x : List.of(images, copy)) {
      NDArray y = chain.forward(x, ForwardMode.EVALUATION);
      assertThat(y.getShape().slice(1)).isEqualTo(test.layer().output(x.getShape().slice(1)));
      for (int n = 0; n < BATCH; n++) {
        double[] expected =
            Stream.of(test.reference().of(example(images, n), chain.parameters()))
                .flatMap(Stream::of)
                .flatMapToDouble(Arrays::stream)
                .toArray();
        float[] found = y.get(n).toFloatArray();
        assertThat(found).hasSize(expected.length);
        for (int i = 0; i < found.length; i++) {
          assertThat((double) found[i]).isCloseTo(expected[i], within(2e-6));
        }
      }
    }
  }

  /** All layers here are linear in input and parameters alone, so that differences are exact. */
  @ParameterizedTest
  @MethodSource("cases")
  void gradientsMatchFiniteDifferences(Case test) {
    Chain chain = chain(test.layer());
    NDArray x = images();
    NDArray input = manager.create(x.toFloatArray(), x.getShape());
    input.setRequiresGradient(true);
    NDArray factors;
    try (GradientMode on = GradientMode.on()) {
      NDArray y = chain.forward(input, ForwardMode.TRAINING);
      factors = manager.create(numbers(y.size(), "factors"), y.getShape());
      Backward.run(y.mul(factors).sum());
    }
    checkGradient(chain, input, input, factors);
    for (Parameter parameter : chain.parameters()) {
      checkGradient(chain, input, parameter.value(), factors);
    }
  }

  private void checkGradient(Chain chain, NDArray input, NDArray variable, NDArray factors) {
    float[] gradient = variable.getGradient().toFloatArray();
    float[] values = variable.toFloatArray();
    try (GradientMode off = GradientMode.off()) {
      for (int i = 0; i < values.length; i += 5) {
        float[] moved = values.clone();
        moved[i] += 0.5f;
        variable.set(moved);
        double above = value(chain, input, factors);
        moved[i] -= 1;
        variable.set(moved);
        double below = value(chain, input, factors);
        assertThat((double) gradient[i]).isCloseTo(above - below, within(1e-4));
      }
      variable.set(values);
    }
  }

  private static double value(Chain chain, NDArray input, NDArray factors) {
    float[] outputs = chain.forward(input, ForwardMode.TRAINING).toFloatArray();
    float[] weights = factors.toFloatArray();
    double sum = 0;
    for (int i = 0; i < outputs.length; i++) {
      sum += (double) outputs[i] * weights[i];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void doesNotLeakArrays(Case test) {
    assertNothingLeft(test.layer());
  }

  @Test
  void dropoutAndGlobalPoolingDoNotLeakArrays() {
    assertNothingLeft(new Dropout(0.5));
    assertNothingLeft(new GlobalAveragePool());
  }

  private void assertNothingLeft(LayerSpec layer) {
    Chain chain = chain(layer);
    NDArray x = images();
    int before = manager.getManagedArrays().size();
    for (ForwardMode mode : List.of(ForwardMode.TRAINING, ForwardMode.EVALUATION)) {
      try (NDScope scope = new NDScope();
          GradientMode on = GradientMode.on()) {
        chain.forward(x, mode);
      }
      assertThat(manager.getManagedArrays()).hasSize(before);
    }
  }

  @Test
  void globalPoolingAveragesChannels() {
    NDArray images = images();
    images.setRequiresGradient(true);
    NDArray y;
    try (GradientMode on = GradientMode.on()) {
      y = chain(new GlobalAveragePool()).forward(images, ForwardMode.TRAINING);
      Backward.run(y.get(":, 1").sum());
    }
    assertThat(y.getShape()).isEqualTo(new Shape(BATCH, CHANNELS));
    for (int n = 0; n < BATCH; n++) {
      double[][][] image = example(images, n);
      for (int c = 0; c < CHANNELS; c++) {
        double mean = Stream.of(image[c]).flatMapToDouble(Arrays::stream).sum() / 42;
        assertThat((double) y.getFloat(n, c)).isCloseTo(mean, within(1e-6));
      }
    }
    assertThat(images.getGradient().get(":, 0").abs().max().getFloat()).isZero();
    assertThat(images.getGradient().get(":, 1").sub(1 / 42f).abs().max().getFloat())
        .isLessThan(1e-8f);
  }

  @Test
  void dropoutIsIdentityInEvaluation() {
    NDArray x = images();
    Chain chain = chain(new Dropout(0.5));
    assertThat(chain.forward(x, ForwardMode.EVALUATION).toFloatArray()).isEqualTo(x.toFloatArray());
    assertThat(chain.parameters().get(0).value().getFloat()).isZero();
  }

  @Test
  void dropoutDropsFractionAndScalesRest() {
    NDArray x = manager.ones(new Shape(100, 200));
    x.setRequiresGradient(true);
    NDArray y;
    try (GradientMode on = GradientMode.on()) {
      y = chain(new Dropout(0.3)).forward(x, ForwardMode.TRAINING);
      Backward.run(y.sum());
    }
    int dropped = 0;
    for (float value : y.toFloatArray()) {
      if (value == 0) {
        dropped++;
      } else {
        assertThat(value).isCloseTo(1 / 0.7f, within(1e-6f));
      }
    }
    // five standard deviations of a binomial of 20,000 and 0.3
    assertThat(dropped).isBetween(6000 - 325, 6000 + 325);
    assertThat(x.getGradient().toFloatArray()).isEqualTo(y.toFloatArray());
  }

  @Test
  void dropoutMasksDependOnRestoredPassCount() {
    NDArray x = manager.ones(new Shape(8, 16));
    Chain first = chain(new Dropout(0.5), new Linear(16, 16), new Dropout(0.5));
    float[] one = first.forward(x, ForwardMode.TRAINING).toFloatArray();
    float[] two = first.forward(x, ForwardMode.TRAINING).toFloatArray();
    assertThat(two).isNotEqualTo(one);

    Chain resumed = chain(new Dropout(0.5), new Linear(16, 16), new Dropout(0.5));
    manager.getEngine().setRandomSeed(77);
    resumed.parameters().stream()
        .filter(p -> p.kind() == Parameter.Kind.BUFFER)
        .forEach(p -> p.value().set(new float[] {1}));
    assertThat(resumed.forward(x, ForwardMode.TRAINING).toFloatArray()).isEqualTo(two);
  }

  @Test
  void dropoutLayersDrawIndependentMasks() {
    NDArray x = manager.ones(new Shape(8, 16));
    float[] one = chain(new Dropout(0.5)).forward(x, ForwardMode.TRAINING).toFloatArray();
    Chain other =
        Chain.of("other", List.of(new Dropout(0.5)), Role.TRUNK, true, false, manager, RANDOM);
    assertThat(other.forward(x, ForwardMode.TRAINING).toFloatArray()).isNotEqualTo(one);
  }

  @Test
  void setsNamesAndPositionsOfBlockLayers() {
    Residual block =
        new Residual(
            List.of(Convolution.same(2, 4, 3), new BatchNorm(4), Convolution.same(4, 4, 3)),
            List.of(new Convolution(2, 4, 1)));
    List<Parameter> parameters =
        chain(block, Activation.RELU, Convolution.same(4, 4, 3)).parameters().stream()
            .filter(Parameter::hasRows)
            .toList();
    assertThat(parameters)
        .extracting(Parameter::name)
        .containsExactly(
            "part.block.conv1.weight",
            "part.block.conv2.weight",
            "part.block.projection.conv.weight",
            "part.conv.weight");
    assertThat(parameters)
        .extracting(Parameter::position)
        .containsExactly(Position.INPUT, Position.HIDDEN, Position.INPUT, Position.HIDDEN);
  }
}
