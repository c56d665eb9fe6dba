package org.mtlbench.toolbox.metric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.DataType;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Target;

/** The number of times each class was labelled, predicted, and both. */
final class ClassCounts {
  private final int classes;
  private final long[] hits;
  private final long[] predicted;
  private final long[] labelled;

  /** Starts with zero counts. */
  ClassCounts(int classes) {
    this.classes = classes;
    hits = new long[classes];
    predicted = new long[classes];
    labelled = new long[classes];
  }

  /** Adds a batch of {@link Target.Classes} or {@link Target.ClassMap}. */
  void addClasses(NDArray output, Labelled target) {
    try (NDScope scope = new NDScope()) {
      NDArray values = target.values().toType(DataType.INT64, false);
      NDArray pairs =
          PresentLabels.select(values.mul(classes).add(output.argMax(1)), target).flatten();
      if (pairs.size() == 0) {
        return;
      }
      // Distinct values, an empty tensor for their positions, and counts.
      NDList unique = pairs.unique(null, true, false, true);
      long[] found = NDArrays.stack(new NDList(unique.get(0), unique.get(2))).toLongArray();
      int different = found.length / 2;
      for (int i = 0; i < different; i++) {
        int label = Math.toIntExact(found[i] / classes);
        int prediction = Math.toIntExact(found[i] % classes);
        long count = found[different + i];
        labelled[label] += count;
        predicted[prediction] += count;
        hits[label] += label == prediction ? count : 0;
      }
    }
  }

  /** Adds a batch of {@link Target.Labels}; a logit above 0 predicts the label. */
  void addLabels(NDArray output, Labelled target) {
    try (NDScope scope = new NDScope()) {
      NDArray positive = output.gt(0).toType(DataType.INT64, false);
      NDArray label = target.values().gt(0.5).toType(DataType.INT64, false);
      if (target.mask().isPresent()) {
        NDArray present = target.mask().get().toType(DataType.INT64, false);
        positive = positive.mul(present);
        label = label.mul(present);
      }
      NDList counts = new NDList(positive.mul(label), positive, label);
      long[] sums = NDArrays.stack(counts).sum(new int[] {1}).toLongArray();
      for (int c = 0; c < classes; c++) {
        hits[c] += sums[c];
        predicted[c] += sums[classes + c];
        labelled[c] += sums[2 * classes + c];
      }
    }
  }

  /** Mean recall of the classes that were labelled. */
  double meanRecall() {
    return mean(c -> (double) hits[c] / labelled[c]);
  }

  /** Mean F1 of the classes that were labelled or predicted. */
  double meanF1() {
    return mean(c -> 2.0 * hits[c] / (predicted[c] + labelled[c]));
  }

  /** Mean intersection over union of the classes that were labelled or predicted. */
  double meanIou() {
    return mean(c -> (double) hits[c] / (predicted[c] + labelled[c] - hits[c]));
  }

  /** The mean over the classes for which a score is defined, that is, not 0 / 0. */
  private double mean(IntToDoubleFunction score) {
    return IntStream.range(0, classes)
        .mapToDouble(score)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }
}
