package org.mtlbench.datasets.arrays;

import java.util.List;
import java.util.OptionalDouble;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;
import org.mtlbench.datasets.augmentation.MapKind;
import org.mtlbench.toolbox.loss.Losses;
import org.mtlbench.toolbox.metric.Metrics;
import org.mtlbench.toolbox.task.Tasks;

/**
 * The source of a task's labels.
 *
 * @param task the task's name
 * @param folder folder next to that of the images
 * @param kind kind of the values
 * @param outputs classes, or channels of {@link MapKind#VALUES}; 1 for depth and 3 for normals
 * @param missing value that marks a pixel without label, in every channel; empty if there is none
 */
record MapSource(String task, String folder, MapKind kind, int outputs, OptionalDouble missing) {

  static MapSource classes(String task, String folder, int classes, double missing) {
    return new MapSource(task, folder, MapKind.CLASSES, classes, OptionalDouble.of(missing));
  }

  static MapSource depth(String task, String folder) {
    return new MapSource(task, folder, MapKind.DEPTH, 1, OptionalDouble.of(0));
  }

  static MapSource normals(String task, String folder) {
    return new MapSource(task, folder, MapKind.NORMALS, 3, OptionalDouble.of(0));
  }

  /** The task, with the standard loss and metrics of its kind. */
  Task asTask() {
    return switch (kind) {
      case CLASSES -> Tasks.segmentation(task, outputs);
      case DEPTH -> Tasks.depth(task);
      case NORMALS -> Tasks.normals(task);
      case VALUES ->
          new Task(
              task,
              new Target.RealMap(outputs),
              Losses.MEAN_SQUARED_ERROR,
              List.of(Metrics.RMSE, Metrics.MAE));
    };
  }

  /** The number of channels of the files. */
  int channels() {
    return kind == MapKind.CLASSES ? 1 : outputs;
  }
}
