package org.mtlbench.toolbox.metric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import java.util.Arrays;
import java.util.stream.Stream;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.MetricInfo;
import org.mtlbench.api.task.Target;
import org.mtlbench.toolbox.loss.Masks;

/**
 * The coefficient of determination: 1 - sum of squared errors / sum of squared deviations of the
 * labels from their mean, averaged over the columns. Columns with constant labels are ignored.
 */
final class DeterminationMetric implements Metric {
  @Override
  public MetricInfo info() {
    return new MetricInfo("r2", "R²", "", MetricInfo.Direction.HIGHER, 1, true, 1, 4);
  }

  @Override
  public boolean accepts(Target target) {
    return target instanceof Target.Real;
  }

  @Override
  public Accumulator start(Target target) {
    Column[] columns = Stream.generate(Column::new).limit(target.outputs()).toArray(Column[]::new);
    return new Accumulator() {
      @Override
      public void add(NDArray output, Labelled labels) {
        try (NDScope scope = new NDScope()) {
          double[] sums = batchSums(output, labels).toDoubleArray();
          int width = columns.length;
          for (int c = 0; c < width; c++) {
            columns[c].add(sums[c], sums[width + c], sums[2 * width + c], sums[3 * width + c]);
          }
        }
      }

      @Override
      public double value() {
        return Arrays.stream(columns)
            .filter(column -> column.deviation > 0)
            .mapToDouble(column -> 1 - column.error / column.deviation)
            .average()
            .orElse(Double.NaN);
      }
    };
  }

  /** Number of labels, mean, squared deviations from the mean, and squared errors; (4, width). */
  private static NDArray batchSums(NDArray output, Labelled labels) {
    int[] examples = {0};
    NDArray values = ElementComparisons.wide(labels.values());
    NDArray errors = ElementComparisons.errors(output, labels.values());
    NDArray present = values.onesLike();
    if (labels.mask().isPresent()) {
      NDArray mask = labels.mask().get();
      present = ElementComparisons.wide(mask);
      values = Masks.fill(values, mask, 0);
      errors = Masks.fill(errors, mask, 0);
    }
    NDArray count = present.sum(examples);
    NDArray mean = values.sum(examples).div(count.maximum(1));
    NDArray deviation = values.sub(mean).mul(present).square().sum(examples);
    return NDArrays.stack(new NDList(count, mean, deviation, errors.square().sum(examples)));
  }

  /** The sums of a column; batches are merged as in Chan, Golub and LeVeque (1983). */
  private static final class Column {
    private double count;
    private double mean;
    private double deviation;
    private double error;

    void add(double batchCount, double batchMean, double batchDeviation, double batchError) {
      if (batchCount > 0) {
        double total = count + batchCount;
        double difference = batchMean - mean;
        deviation += batchDeviation + difference * difference * count * batchCount / total;
        mean += difference * batchCount / total;
        count = total;
        error += batchError;
      }
    }
  }
}
