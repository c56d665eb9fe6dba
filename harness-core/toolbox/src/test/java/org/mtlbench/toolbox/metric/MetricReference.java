package org.mtlbench.toolbox.metric;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mtlbench.toolbox.task.SampleBatch;

/** The metrics in float64 and plain Java, straight from their definitions. */
final class MetricReference {
  private MetricReference() {}

  private static double mean(DoubleStream values) {
    return values.average().orElse(Double.NaN);
  }

  private static double meanDefined(DoubleStream values) {
    return mean(values.filter(value -> !Double.isNaN(value)));
  }

  private static int prediction(SampleBatch batch, int i, int p) {
    int best = 0;
    for (int c = 1; c < batch.width(); c++) {
      best = batch.out(i, c, p) > batch.out(i, best, p) ? c : best;
    }
    return best;
  }

  /** Pairs of label and prediction. */
  private static int[][] pairs(SampleBatch batch) {
    return IntStream.range(0, batch.size() * batch.pixels())
        .filter(j -> batch.present(j / batch.pixels(), 0, j % batch.pixels()))
        .mapToObj(
            j -> {
              int i = j / batch.pixels();
              int p = j % batch.pixels();
              return new int[] {(int) batch.label(i, 0, p), prediction(batch, i, p)};
            })
        .toArray(int[][]::new);
  }

  static double accuracy(SampleBatch batch) {
    return mean(Arrays.stream(pairs(batch)).mapToDouble(pair -> pair[0] == pair[1] ? 1 : 0));
  }

  static double balancedAccuracy(SampleBatch batch) {
    int[][] pairs = pairs(batch);
    return meanDefined(
        IntStream.range(0, batch.width())
            .mapToDouble(
                c ->
                    mean(
                        Arrays.stream(pairs)
                            .filter(pair -> pair[0] == c)
                            .mapToDouble(pair -> pair[1] == c ? 1 : 0))));
  }

  static double macroF1(SampleBatch batch) {
    int[][] pairs = pairs(batch);
    return meanDefined(
        IntStream.range(0, batch.width())
            .mapToDouble(
                c -> {
                  double tp = count(pairs, c, true, true);
                  return f1(tp, count(pairs, c, false, true), count(pairs, c, true, false));
                }));
  }

  static double meanIou(SampleBatch batch) {
    int[][] pairs = pairs(batch);
    return meanDefined(
        IntStream.range(0, batch.width())
            .mapToDouble(
                c -> {
                  double tp = count(pairs, c, true, true);
                  double wrong = count(pairs, c, false, true) + count(pairs, c, true, false);
                  return tp / (tp + wrong);
                }));
  }

  private static double count(int[][] pairs, int c, boolean label, boolean prediction) {
    return Arrays.stream(pairs)
        .filter(pair -> (pair[0] == c) == label && (pair[1] == c) == prediction)
        .count();
  }

  private static double f1(double tp, double fp, double fn) {
    double precision = tp / (tp + fp);
    double recall = tp / (tp + fn);
    if (tp == 0) {
      return fp + fn == 0 ? Double.NaN : 0;
    }
    return 2 * precision * recall / (precision + recall);
  }

  static double labelF1(SampleBatch batch) {
    return meanDefined(
        IntStream.range(0, batch.width())
            .mapToDouble(
                c -> {
                  double[] counts = new double[3];
                  for (int i = 0; i < batch.size(); i++) {
                    if (batch.present(i, c, 0)) {
                      boolean label = batch.label(i, c, 0) == 1;
                      boolean positive = batch.out(i, c, 0) > 0;
                      counts[0] += label && positive ? 1 : 0;
                      counts[1] += !label && positive ? 1 : 0;
                      counts[2] += label && !positive ? 1 : 0;
                    }
                  }
                  return f1(counts[0], counts[1], counts[2]);
                }));
  }

  static double labelAuc(SampleBatch batch) {
    return meanDefined(
        IntStream.range(0, batch.width())
            .mapToDouble(
                c -> {
                  int[] rows = rows(batch, c);
                  return auc(
                      Arrays.stream(rows).mapToDouble(i -> batch.out(i, c, 0)).toArray(),
                      Arrays.stream(rows).mapToDouble(i -> batch.label(i, c, 0)).toArray());
                }));
  }

  static double binaryAuc(SampleBatch batch) {
    int[] rows = rows(batch, 0);
    return auc(
        Arrays.stream(rows).mapToDouble(i -> batch.out(i, 1, 0) - batch.out(i, 0, 0)).toArray(),
        Arrays.stream(rows).mapToDouble(i -> batch.label(i, 0, 0)).toArray());
  }

  static double classAuc(SampleBatch batch) {
    int[] rows = rows(batch, 0);
    return meanDefined(
        IntStream.range(0, batch.width())
            .mapToDouble(
                c ->
                    auc(
                        Arrays.stream(rows).mapToDouble(i -> probability(batch, i, c)).toArray(),
                        Arrays.stream(rows)
                            .mapToDouble(i -> batch.label(i, 0, 0) == c ? 1 : 0)
                            .toArray())));
  }

  private static int[] rows(SampleBatch batch, int c) {
    return IntStream.range(0, batch.size()).filter(i -> batch.present(i, c, 0)).toArray();
  }

  /** Rounded, so that equal probabilities tie. */
  private static double probability(SampleBatch batch, int i, int c) {
    double sum =
        IntStream.range(0, batch.width()).mapToDouble(k -> Math.exp(batch.out(i, k, 0))).sum();
    return (float) (Math.exp(batch.out(i, c, 0)) / sum);
  }

  private static double auc(double[] scores, double[] labels) {
    double higher = 0;
    double pairs = 0;
    for (int i = 0; i < scores.length; i++) {
      for (int j = 0; j < scores.length; j++) {
        if (labels[i] == 1 && labels[j] == 0) {
          pairs++;
          higher += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
        }
      }
    }
    return higher / pairs;
  }

  private static DoubleStream errors(SampleBatch batch, int c, boolean relative) {
    return IntStream.range(0, batch.size() * batch.pixels())
        .filter(j -> batch.present(j / batch.pixels(), c, j % batch.pixels()))
        .mapToDouble(
            j -> {
              int i = j / batch.pixels();
              int p = j % batch.pixels();
              double label = batch.label(i, c, p);
              return (batch.out(i, c, p) - label) / (relative ? label : 1);
            });
  }

  private static DoubleStream errors(SampleBatch batch, boolean relative) {
    return IntStream.range(0, batch.width())
        .boxed()
        .flatMapToDouble(c -> errors(batch, c, relative));
  }

  static double rmse(SampleBatch batch) {
    return Math.sqrt(mean(errors(batch, false).map(d -> d * d)));
  }

  static double absolute(SampleBatch batch) {
    return mean(errors(batch, false).map(Math::abs));
  }

  static double relative(SampleBatch batch) {
    return mean(errors(batch, true).map(Math::abs));
  }

  static double r2(SampleBatch batch) {
    return meanDefined(
        IntStream.range(0, batch.width())
            .mapToDouble(
                c -> {
                  double[] labels =
                      Arrays.stream(rows(batch, c))
                          .mapToDouble(i -> batch.label(i, c, 0))
                          .toArray();
                  double average = mean(Arrays.stream(labels));
                  double deviation = Arrays.stream(labels).map(y -> Math.pow(y - average, 2)).sum();
                  double error = errors(batch, c, false).map(d -> d * d).sum();
                  return deviation == 0 ? Double.NaN : 1 - error / deviation;
                }));
  }

  /** Angles in degrees by the tangent rather than the cosine. */
  private static DoubleStream angles(SampleBatch batch) {
    return IntStream.range(0, batch.size() * batch.pixels())
        .filter(j -> batch.vectorPresent(j / batch.pixels(), j % batch.pixels()))
        .mapToDouble(j -> angle(batch, j / batch.pixels(), j % batch.pixels()));
  }

  private static double angle(SampleBatch batch, int i, int p) {
    double dot = 0;
    double cross = 0;
    for (int c = 0; c < 3; c++) {
      int d = (c + 1) % 3;
      dot += batch.out(i, c, p) * batch.label(i, c, p);
      double component =
          batch.out(i, c, p) * batch.label(i, d, p) - batch.out(i, d, p) * batch.label(i, c, p);
      cross += component * component;
    }
    return Math.toDegrees(Math.atan2(Math.sqrt(cross), dot));
  }

  static double meanAngle(SampleBatch batch) {
    return mean(angles(batch));
  }

  static double medianAngle(SampleBatch batch) {
    double[] sorted = angles(batch).sorted().toArray();
    int n = sorted.length;
    return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }

  static double within(SampleBatch batch, double degrees) {
    DoublePredicate below = angle -> angle < degrees;
    return mean(angles(batch).map(angle -> below.test(angle) ? 1 : 0));
  }
}
