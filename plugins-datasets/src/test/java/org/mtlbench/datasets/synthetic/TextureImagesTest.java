package org.mtlbench.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.images.LabelledImages;

class TextureImagesTest {
  private static final int N = 2000;
  private static final int SIZE = 32 * 32 * 3;
  private static final LabelledImages TRAIN = TextureImages.of(N, new Randomness(42), 0);
  private static final LabelledImages TEST = TextureImages.of(1000, new Randomness(42), 2);

  @Test
  void imageDependsOnSeedSplitAndIndexOnly() {
    LabelledImages fewer = TextureImages.of(30, new Randomness(42), 0);
    assertThat(TRAIN.images()).startsWith(fewer.images());
    assertThat(TRAIN.labels(0)).startsWith(fewer.labels(0));
    assertThat(TextureImages.of(30, new Randomness(43), 0).images()).isNotEqualTo(fewer.images());
    assertThat(Arrays.copyOf(TEST.images(), SIZE))
        .isNotEqualTo(Arrays.copyOf(fewer.images(), SIZE));
  }

  @Test
  void drawsStableBits() {
    // a change here changes every figure made with this data
    assertThat(Arrays.hashCode(TRAIN.images())).isEqualTo(-30_804_137);
    assertThat(Arrays.hashCode(TRAIN.labels(0))).isEqualTo(-1_118_630_458);
  }

  @Test
  void classesAreEquallyFrequent() {
    int[] counts = new int[10];
    for (byte label : TRAIN.labels(0)) {
      counts[label]++;
    }
    assertThat(Arrays.stream(counts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(150, 250));
  }

  @Test
  void allImagesDiffer() {
    assertThat(
            IntStream.range(0, N)
                .mapToObj(i -> ByteBuffer.wrap(TRAIN.images(), i * SIZE, SIZE))
                .distinct()
                .count())
        .isEqualTo(N);
  }

  @Test
  void colourAndMeanImageDoNotRevealClass() {
    assertThat(nearestMean(TextureImagesTest::meanColour)).as("by mean colour").isLessThan(.2);
    assertThat(nearestMean(TextureImagesTest::spread)).as("by contrast").isLessThan(.35);
    assertThat(nearestMean(TextureImagesTest::pixels)).as("by pixels").isLessThan(.3);
  }

  @Test
  void nearestNeighbourClassifierIsPoor() {
    double[][] train =
        IntStream.range(0, N).mapToObj(i -> values(TRAIN, i)).toArray(double[][]::new);
    int right = 0;
    int asked = 300;
    for (int i = 0; i < asked; i++) {
      right += TRAIN.labels(0)[nearest(train, values(TEST, i))] == TEST.labels(0)[i] ? 1 : 0;
    }
    assertThat((double) right / asked).isLessThan(.5);
  }

  /** Accuracy on test of the class whose mean feature is nearest. */
  private static double nearestMean(IntFunction<IntFunction<double[]>> features) {
    IntFunction<double[]> train = features.apply(0);
    IntFunction<double[]> test = features.apply(1);
    double[][] means = new double[10][train.apply(0).length];
    int[] counts = new int[10];
    for (int i = 0; i < N; i++) {
      int label = TRAIN.labels(0)[i];
      double[] feature = train.apply(i);
      counts[label]++;
      for (int k = 0; k < feature.length; k++) {
        means[label][k] += feature[k];
      }
    }
    for (int label = 0; label < 10; label++) {
      for (int k = 0; k < means[label].length; k++) {
        means[label][k] /= counts[label];
      }
    }
    int right = 0;
    for (int i = 0; i < TEST.size(); i++) {
      right += nearest(means, test.apply(i)) == TEST.labels(0)[i] ? 1 : 0;
    }
    return (double) right / TEST.size();
  }

  private static LabelledImages part(int part) {
    return part == 0 ? TRAIN : TEST;
  }

  private static IntFunction<double[]> pixels(int part) {
    return i -> values(part(part), i);
  }

  private static IntFunction<double[]> meanColour(int part) {
    return i -> {
      double[] values = values(part(part), i);
      double[] mean = new double[3];
      for (int k = 0; k < SIZE; k++) {
        mean[k % 3] += values[k] / (SIZE / 3);
      }
      return mean;
    };
  }

  private static IntFunction<double[]> spread(int part) {
    IntFunction<double[]> colour = meanColour(part);
    return i -> {
      double[] values = values(part(part), i);
      double[] mean = colour.apply(i);
      double[] spread = new double[3];
      for (int k = 0; k < SIZE; k++) {
        spread[k % 3] += Math.pow(values[k] - mean[k % 3], 2) / (SIZE / 3);
      }
      return Arrays.stream(spread).map(Math::sqrt).toArray();
    };
  }

  private static int nearest(double[][] candidates, double[] feature) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < candidates.length; c++) {
      double sum = 0;
      for (int k = 0; k < feature.length; k++) {
        double difference = feature[k] - candidates[c][k];
        sum += difference * difference;
      }
      if (sum < least) {
        least = sum;
        best = c;
      }
    }
    return best;
  }

  private static double[] values(LabelledImages images, int i) {
    double[] values = new double[SIZE];
    for (int k = 0; k < SIZE; k++) {
      values[k] = Byte.toUnsignedInt(images.images()[i * SIZE + k]);
    }
    return values;
  }
}
