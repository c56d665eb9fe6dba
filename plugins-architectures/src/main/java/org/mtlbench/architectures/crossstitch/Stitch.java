package org.mtlbench.architectures.crossstitch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Position;
import org.mtlbench.api.layer.Role;

/**
 * A cross-stitch unit (Misra et al. 2016, equation 1) for any number of tasks. With x_u what the
 * trunk of task u gives, task t continues with y_t = sum_u alpha_tu x_u, where alpha_tu is a number
 * per channel or one for all channels.
 *
 * @param alphas for each task t a parameter of shape (T, C) or (T, 1), its row u being alpha_tu
 */
record Stitch(List<Parameter> alphas) {
  /**
   * A fresh unit, alpha_tt = {@code alpha-same} and alpha_tu = {@code alpha-other} / (T - 1).
   *
   * @param name the parameters are named as in {@code stitch1.task2} for the second task
   * @param tasks T, at least 2
   * @param channels C
   * @param last whether heads read what the unit gives, so that a task's weights are its own
   */
  static Stitch of(
      String name,
      CrossStitchConfig config,
      int tasks,
      int channels,
      boolean last,
      NDManager manager) {
    int width = config.channelwise() ? channels : 1;
    List<Parameter> alphas = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      float[] values = new float[tasks * width];
      Arrays.fill(values, (float) (config.alphaOther() / (tasks - 1)));
      Arrays.fill(values, task * width, (task + 1) * width, (float) config.alphaSame());
      NDArray array = manager.create(values, new Shape(tasks, width));
      // a network made inside somebody's scope must outlive it
      NDScope.unregister(array);
      alphas.add(
          new Parameter(
              name + ".task" + (task + 1),
              array,
              Parameter.Kind.VECTOR,
              last ? Role.task(task) : Role.TRUNK,
              Position.HIDDEN));
    }
    return new Stitch(List.copyOf(alphas));
  }

  /**
   * What a task continues with.
   *
   * @param outputs of the trunks' stage, (N, C, ...) each
   */
  NDArray mix(int task, List<NDArray> outputs) {
    NDArray rows = alphas.get(task).value();
    Shape shape = outputs.get(0).getShape();
    long[] perChannel = new long[shape.dimension()];
    Arrays.fill(perChannel, 1);
    perChannel[1] = rows.getShape().get(1);
    NDArray sum = null;
    for (int other = 0; other < outputs.size(); other++) {
      NDArray scaled = outputs.get(other).mul(rows.get(other).reshape(perChannel));
      sum = sum == null ? scaled : sum.add(scaled);
    }
    return sum;
  }
}
