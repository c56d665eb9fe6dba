package org.mtlbench.toolbox.loss;

import java.util.stream.IntStream;
import org.mtlbench.toolbox.task.SampleBatch;

/** The losses in float64 and plain Java. */
final class LossReference {
  private LossReference() {}

  /** The loss of one label that is there. */
  @FunctionalInterface
  interface One {
    double loss(SampleBatch batch, int example, int c, int pixel);
  }

  /** The mean over labels; 0 without labels. */
  static double mean(SampleBatch batch, int width, boolean vectors, One one) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < batch.size(); i++) {
      for (int c = 0; c < width; c++) {
        for (int p = 0; p < batch.pixels(); p++) {
          if (vectors ? batch.vectorPresent(i, p) : batch.present(i, c, p)) {
            sum += one.loss(batch, i, c, p);
            count++;
          }
        }
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  static double logLikelihood(SampleBatch batch) {
    return mean(batch, 1, false, (b, i, c, p) -> -b.out(i, (int) b.label(i, 0, p), p));
  }

  static double crossEntropy(SampleBatch batch) {
    return mean(
        batch,
        1,
        false,
        (b, i, c, p) -> {
          double sum =
              IntStream.range(0, b.width()).mapToDouble(k -> Math.exp(b.out(i, k, p))).sum();
          return Math.log(sum) - b.out(i, (int) b.label(i, 0, p), p);
        });
  }

  static double binaryCrossEntropy(SampleBatch batch) {
    return mean(
        batch,
        batch.width(),
        false,
        (b, i, c, p) -> {
          double probability = 1 / (1 + Math.exp(-b.out(i, c, p)));
          return -Math.log(b.label(i, c, p) == 1 ? probability : 1 - probability);
        });
  }

  static double squared(SampleBatch batch) {
    return mean(
        batch,
        batch.width(),
        false,
        (b, i, c, p) -> Math.pow(b.out(i, c, p) - b.label(i, c, p), 2));
  }

  static double absolute(SampleBatch batch) {
    return mean(
        batch, batch.width(), false, (b, i, c, p) -> Math.abs(b.out(i, c, p) - b.label(i, c, p)));
  }

  static double huber(SampleBatch batch, double delta) {
    return mean(
        batch,
        batch.width(),
        false,
        (b, i, c, p) -> {
          double d = Math.abs(b.out(i, c, p) - b.label(i, c, p));
          return d <= delta ? d * d / 2 : delta * (d - delta / 2);
        });
  }

  static double cosine(SampleBatch batch) {
    return mean(
        batch,
        1,
        true,
        (b, i, c, p) -> {
          double dot = 0;
          double a = 0;
          double v = 0;
          for (int k = 0; k < b.width(); k++) {
            dot += b.out(i, k, p) * b.label(i, k, p);
            a += b.out(i, k, p) * b.out(i, k, p);
            v += b.label(i, k, p) * b.label(i, k, p);
          }
          return 1 - dot / Math.sqrt(a * v);
        });
  }
}
