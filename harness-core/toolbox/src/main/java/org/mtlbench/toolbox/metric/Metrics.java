package org.mtlbench.toolbox.metric;

import org.mtlbench.api.task.Metric;
import org.mtlbench.api.task.MetricInfo;
import org.mtlbench.api.task.Target;

/**
 * The built-in metrics. Each is computed over all present labels of a split, independently of batch
 * boundaries; NaN without labels.
 */
public final class Metrics {
  /** Proportion of correct classes; {@link Target.Classes}. */
  public static final Metric ACCURACY =
      new MeanMetric(
          MetricInfo.share("accuracy", "Accuracy"), Metrics::classes, ElementComparisons::hits);

  /** Mean recall of the classes that occur as labels; {@link Target.Classes}. */
  public static final Metric BALANCED_ACCURACY =
      new ClassCountMetric(
          MetricInfo.share("balanced-accuracy", "Balanced accuracy"),
          Metrics::classes,
          ClassCounts::meanRecall);

  /**
   * Mean F1 of the classes or labels; those that are neither labelled nor predicted are ignored;
   * {@link Target.Classes} and {@link Target.Labels}, where a logit above 0 predicts the label.
   */
  public static final Metric MACRO_F1 =
      new ClassCountMetric(
          MetricInfo.share("macro-f1", "Macro F1"),
          target -> classes(target) || target instanceof Target.Labels,
          ClassCounts::meanF1);

  /**
   * Area under the ROC curve, ties counted half; {@link Target.Labels} as a mean over labels,
   * {@link Target.Classes} for the second of two classes or as a mean of one-versus-rest areas.
   * Labels and classes that are positive in all examples or in none are ignored.
   */
  public static final Metric AUC = new AreaUnderRoc();

  /**
   * Root of the mean squared error over all elements; {@link Target.Real} and {@link
   * Target.RealMap}.
   */
  public static final Metric RMSE =
      new MeanMetric(
          MetricInfo.error("rmse", "RMSE", "", 4),
          target -> target instanceof Target.Real || target instanceof Target.RealMap,
          (output, values) -> ElementComparisons.errors(output, values).square(),
          Math::sqrt);

  /** Mean absolute error over all elements; {@link Target.Real} and {@link Target.RealMap}. */
  public static final Metric MAE =
      new MeanMetric(
          MetricInfo.error("mae", "MAE", "", 4),
          target -> target instanceof Target.Real || target instanceof Target.RealMap,
          (output, values) -> ElementComparisons.errors(output, values).abs());

  /**
   * Coefficient of determination, averaged over columns; those with constant labels are ignored;
   * {@link Target.Real}.
   */
  public static final Metric R2 = new DeterminationMetric();

  /**
   * Mean intersection over union; classes that are neither labelled nor predicted are ignored;
   * {@link Target.ClassMap}.
   */
  public static final Metric MEAN_IOU =
      new ClassCountMetric(
          MetricInfo.share("miou", "mIoU"), Metrics::classMap, ClassCounts::meanIou);

  /** Proportion of correct pixels; {@link Target.ClassMap}. */
  public static final Metric PIXEL_ACCURACY =
      new MeanMetric(
          MetricInfo.share("pixel-accuracy", "Pixel accuracy"),
          Metrics::classMap,
          ElementComparisons::hits);

  /** mean |output - depth| over pixels; {@link Target.RealMap}. */
  public static final Metric ABSOLUTE_ERROR =
      new MeanMetric(
          MetricInfo.error("absolute-error", "Absolute error", "", 4),
          target -> target instanceof Target.RealMap,
          (output, values) -> ElementComparisons.errors(output, values).abs());

  /**
   * mean |output - depth| / depth over pixels, whose depths are above 0; {@link Target.RealMap}.
   */
  public static final Metric RELATIVE_ERROR =
      new MeanMetric(
          MetricInfo.error("relative-error", "Relative error", "", 4),
          target -> target instanceof Target.RealMap,
          (output, values) ->
              ElementComparisons.errors(output, values).abs().div(ElementComparisons.wide(values)));

  /** Mean angle between output and label in degrees; three values, a vector or a map of them. */
  public static final Metric MEAN_ANGLE =
      new MeanMetric(
          MetricInfo.error("mean-angle", "Mean angle", "°", 2),
          Metrics::directions,
          ElementComparisons::angles);

  /** Median angle between output and label in degrees; three values, a vector or a map of them. */
  public static final Metric MEDIAN_ANGLE =
      new MedianMetric(
          MetricInfo.error("median-angle", "Median angle", "°", 2),
          Metrics::directions,
          ElementComparisons::angles);

  /** Proportion of angles below 11.25 degrees; three values, a vector or a map of them. */
  public static final Metric WITHIN_11_25 = within("within-11.25", "Within 11.25°", 11.25);

  /** Proportion of angles below 22.5 degrees; three values, a vector or a map of them. */
  public static final Metric WITHIN_22_5 = within("within-22.5", "Within 22.5°", 22.5);

  /** Proportion of angles below 30 degrees; three values, a vector or a map of them. */
  public static final Metric WITHIN_30 = within("within-30", "Within 30°", 30);

  private Metrics() {}

  private static Metric within(String id, String title, double degrees) {
    return new MeanMetric(
        MetricInfo.share(id, title),
        Metrics::directions,
        (output, values) -> ElementComparisons.angles(output, values).lt(degrees));
  }

  private static boolean classes(Target target) {
    return target instanceof Target.Classes;
  }

  private static boolean classMap(Target target) {
    return target instanceof Target.ClassMap;
  }

  private static boolean directions(Target target) {
    return (target instanceof Target.Real || target instanceof Target.RealMap)
        && target.outputs() == 3;
  }
}
