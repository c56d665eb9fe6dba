package org.mtlbench.toolbox.task;

import java.util.List;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.loss.Losses;
import org.mtlbench.toolbox.metric.Metrics;

/** Factories of tasks with the usual loss and metrics. The first metric is the primary one. */
public final class Tasks {
  private Tasks() {}

  /**
   * Single-label classification: cross-entropy; accuracy.
   *
   * @param classes number of classes, at least 2
   */
  public static Task classification(String name, int classes) {
    return new Task(
        name, new Target.Classes(classes), Losses.CROSS_ENTROPY, List.of(Metrics.ACCURACY));
  }

  /**
   * Multi-label classification: binary cross-entropy; macro F1 and AUC.
   *
   * @param labels number of labels, at least 1
   */
  public static Task multiLabel(String name, int labels) {
    return new Task(
        name,
        new Target.Labels(labels),
        Losses.BINARY_CROSS_ENTROPY,
        List.of(Metrics.MACRO_F1, Metrics.AUC));
  }

  /**
   * Regression: mean squared error; RMSE, MAE and R2.
   *
   * @param width number of values, at least 1
   */
  public static Task regression(String name, int width) {
    return new Task(
        name,
        new Target.Real(width),
        Losses.MEAN_SQUARED_ERROR,
        List.of(Metrics.RMSE, Metrics.MAE, Metrics.R2));
  }

  /**
   * Semantic segmentation: pixel-wise cross-entropy; mean IoU and pixel accuracy.
   *
   * @param classes number of classes, at least 2
   */
  public static Task segmentation(String name, int classes) {
    return new Task(
        name,
        new Target.ClassMap(classes),
        Losses.PIXEL_CROSS_ENTROPY,
        List.of(Metrics.MEAN_IOU, Metrics.PIXEL_ACCURACY));
  }

  /** Depth estimation: mean absolute error; absolute and relative error. */
  public static Task depth(String name) {
    return new Task(
        name,
        new Target.RealMap(1),
        Losses.MEAN_ABSOLUTE_ERROR,
        List.of(Metrics.ABSOLUTE_ERROR, Metrics.RELATIVE_ERROR));
  }

  /**
   * Surface normal estimation: cosine loss; mean and median angle, and the proportions of angles
   * below 11.25, 22.5 and 30 degrees.
   */
  public static Task normals(String name) {
    return new Task(
        name,
        new Target.RealMap(3),
        Losses.COSINE,
        List.of(
            Metrics.MEAN_ANGLE,
            Metrics.MEDIAN_ANGLE,
            Metrics.WITHIN_11_25,
            Metrics.WITHIN_22_5,
            Metrics.WITHIN_30));
  }
}
