package org.mtlbench.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.datasets.mnist.DigitSet;

class StrokeDigitsTest {
  private static final int N = 2000;
  private static final DigitSet TRAIN = StrokeDigits.of(N, new Randomness(42), 0);
  private static final DigitSet TEST = StrokeDigits.of(1000, new Randomness(42), 2);

  @Test
  void digitDependsOnSeedSplitAndIndexOnly() {
    DigitSet fewer = StrokeDigits.of(50, new Randomness(42), 0);
    assertThat(TRAIN.images()).startsWith(fewer.images());
    assertThat(TRAIN.labels()).startsWith(fewer.labels());
    assertThat(StrokeDigits.of(50, new Randomness(43), 0).images()).isNotEqualTo(fewer.images());
    assertThat(TEST.select(new int[] {0}).images()).isNotEqualTo(fewer.image(0));
  }

  @Test
  void drawsStableBits() {
    // a change here changes every figure made with this data
    assertThat(Arrays.hashCode(TRAIN.images())).isEqualTo(202_327_147);
    assertThat(Arrays.hashCode(TRAIN.labels())).isEqualTo(875_603_308);
  }

  @Test
  void digitsAreEquallyFrequent() {
    int[] counts = new int[10];
    for (byte label : TRAIN.labels()) {
      counts[label]++;
    }
    assertThat(Arrays.stream(counts).boxed())
        .allSatisfy(count -> assertThat(count).isBetween(150, 250));
  }

  @Test
  void digitsAreCentredOnEmptyBackground() {
    for (int i = 0; i < N; i++) {
      byte[] image = TRAIN.image(i);
      double ink = 0;
      double x = 0;
      double y = 0;
      int darkest = 0;
      for (int p = 0; p < image.length; p++) {
        int value = Byte.toUnsignedInt(image[p]);
        ink += value;
        x += value * (p % 28 + .5);
        int row = p / 28;
        y += value * (row + .5);
        darkest = Math.max(darkest, value);
      }
      assertThat(darkest).as("digit %s", i).isGreaterThan(120);
      assertThat(ink / 255 / image.length).as("share of ink of digit %s", i).isBetween(.02, .4);
      assertThat(x / ink).as("centre of digit %s", i).isBetween(10., 18.);
      assertThat(y / ink).as("centre of digit %s", i).isBetween(10., 18.);
    }
  }

  @Test
  void allDigitsDiffer() {
    assertThat(
            IntStream.range(0, N).mapToObj(i -> ByteBuffer.wrap(TRAIN.image(i))).distinct().count())
        .isEqualTo(N);
  }

  @Test
  void nearestMeanClassifierIsMediocre() {
    double[][] means = new double[10][DigitSet.PIXELS];
    int[] counts = new int[10];
    for (int i = 0; i < N; i++) {
      int label = TRAIN.labels()[i];
      counts[label]++;
      for (int p = 0; p < DigitSet.PIXELS; p++) {
        means[label][p] += Byte.toUnsignedInt(TRAIN.images()[i * DigitSet.PIXELS + p]);
      }
    }
    for (int label = 0; label < 10; label++) {
      for (int p = 0; p < DigitSet.PIXELS; p++) {
        means[label][p] /= counts[label];
      }
    }
    assertThat(accuracy(image -> nearest(means, image))).isBetween(.6, .9);
  }

  @Test
  void nearestNeighbourClassifierIsGood() {
    double[][] digits = new double[N][];
    for (int i = 0; i < N; i++) {
      digits[i] = values(TRAIN.image(i));
    }
    assertThat(accuracy(image -> TRAIN.labels()[nearest(digits, image)])).isBetween(.85, .985);
  }

  private static double accuracy(ToIntFunction<double[]> classifier) {
    int right = 0;
    for (int i = 0; i < TEST.size(); i++) {
      if (classifier.applyAsInt(values(TEST.image(i))) == TEST.labels()[i]) {
        right++;
      }
    }
    return (double) right / TEST.size();
  }

  private static int nearest(double[][] candidates, double[] image) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < candidates.length; k++) {
      double sum = 0;
      for (int p = 0; p < image.length; p++) {
        double difference = image[p] - candidates[k][p];
        sum += difference * difference;
      }
      if (sum < least) {
        least = sum;
        best = k;
      }
    }
    return best;
  }

  private static double[] values(byte[] image) {
    double[] values = new double[image.length];
    for (int p = 0; p < image.length; p++) {
      values[p] = Byte.toUnsignedInt(image[p]);
    }
    return values;
  }
}
