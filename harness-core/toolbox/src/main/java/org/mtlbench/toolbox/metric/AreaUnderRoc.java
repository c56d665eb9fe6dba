package org.mtlbench.toolbox.metric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.MetricInfo;
import org.mtlbench.api.task.Target;
import org.mtlbench.toolbox.loss.Masks;

/**
 * The area under the ROC curve: for labels, the mean over labels; for two classes, the area of the
 * second one; for more classes, the mean of one-versus-rest areas by log-probabilities. Labels and
 * classes that are positive in all examples or in none are ignored. Stores scores and labels of the
 * whole split, 8 bytes per pair.
 */
final class AreaUnderRoc implements Metric {
  private static final double MISSING = -1;

  @Override
  public MetricInfo info() {
    return new MetricInfo("auc", "AUC", "", MetricInfo.Direction.HIGHER, 1, false, 1, 4);
  }

  @Override
  public boolean accepts(Target target) {
    return target instanceof Target.Labels || target instanceof Target.Classes;
  }

  @Override
  public Accumulator start(Target target) {
    boolean classes = target instanceof Target.Classes;
    int columns = classes && target.outputs() == 2 ? 1 : target.outputs();
    return new Accumulator() {
      private final FloatList scores = new FloatList();
      private final FloatList labels = new FloatList();

      @Override
      public void add(NDArray output, Labelled batch) {
        try (NDScope scope = new NDScope()) {
          NDArray score = classes ? classScores(output) : output;
          NDArray label = classes ? classLabels(batch, columns) : batch.values();
          if (batch.mask().isPresent()) {
            label = Masks.fill(label, batch.mask().get(), MISSING);
          }
          float[] both = NDArrays.stack(new NDList(narrow(score), narrow(label))).toFloatArray();
          scores.add(Arrays.copyOf(both, both.length / 2));
          labels.add(Arrays.copyOfRange(both, both.length / 2, both.length));
        }
      }

      @Override
      public double value() {
        float[] allScores = scores.toArray();
        float[] allLabels = labels.toArray();
        return IntStream.range(0, columns)
            .mapToObj(column -> RocCurve.area(allScores, allLabels, column, columns))
            .flatMapToDouble(area -> area.stream())
            .average()
            .orElse(Double.NaN);
      }
    };
  }

  private static NDArray narrow(NDArray array) {
    return array.toType(DataType.FLOAT32, false);
  }

  /**
   * Log-odds of the second of two classes, otherwise log-probabilities; these are computed in
   * float64, so that rounding does not break ties between examples with permuted logits.
   */
  private static NDArray classScores(NDArray output) {
    return output.getShape().get(1) == 2
        ? output.get(new NDIndex(":, 1:2")).sub(output.get(new NDIndex(":, 0:1")))
        : ElementComparisons.wide(output).logSoftmax(-1);
  }

  /** One-hot labels, (N, columns); a single column is for the second of two classes. */
  private static NDArray classLabels(Labelled batch, int columns) {
    NDArray values = batch.values().toType(DataType.INT64, false);
    if (columns == 1) {
      return values.expandDims(1).toType(DataType.FLOAT32, false);
    }
    // Missing labels are replaced by an arbitrary class.
    NDArray valid = batch.mask().map(mask -> Masks.fill(values, mask, 0)).orElse(values);
    return valid.oneHot(columns);
  }
}
