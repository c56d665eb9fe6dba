package org.mtlbench.toolbox.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.task.Target;
import org.mtlbench.api.task.Task;

class TasksTest {
  private static List<String> metrics(Task task) {
    return task.metrics().stream().map(metric -> metric.info().id()).toList();
  }

  @Test
  void tasksHaveUsualLossAndMetrics() {
    Task digits = Tasks.classification("digits", 10);
    assertThat(digits.target()).isEqualTo(new Target.Classes(10));
    assertThat(digits.loss().id()).isEqualTo("cross-entropy");
    assertThat(metrics(digits)).containsExactly("accuracy");

    Task tags = Tasks.multiLabel("tags", 1);
    assertThat(tags.target()).isEqualTo(new Target.Labels(1));
    assertThat(tags.loss().id()).isEqualTo("binary-cross-entropy");
    assertThat(metrics(tags)).containsExactly("macro-f1", "auc");

    Task position = Tasks.regression("position", 2);
    assertThat(position.target()).isEqualTo(new Target.Real(2));
    assertThat(position.loss().id()).isEqualTo("mse");
    assertThat(metrics(position)).containsExactly("rmse", "mae", "r2");
  }

  @Test
  void mapTasksHaveUsualLossAndMetrics() {
    Task parts = Tasks.segmentation("parts", 13);
    assertThat(parts.target()).isEqualTo(new Target.ClassMap(13));
    assertThat(parts.loss().id()).isEqualTo("pixel-cross-entropy");
    assertThat(metrics(parts)).containsExactly("miou", "pixel-accuracy");

    Task depth = Tasks.depth("depth");
    assertThat(depth.target()).isEqualTo(new Target.RealMap(1));
    assertThat(depth.loss().id()).isEqualTo("l1");
    assertThat(metrics(depth)).containsExactly("absolute-error", "relative-error");

    Task normals = Tasks.normals("normals");
    assertThat(normals.target()).isEqualTo(new Target.RealMap(3));
    assertThat(normals.loss().id()).isEqualTo("cosine");
    assertThat(metrics(normals))
        .containsExactly("mean-angle", "median-angle", "within-11.25", "within-22.5", "within-30");
  }
}
