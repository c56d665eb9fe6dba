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
 * A cross-stitch unit (Misra et al. 2016, equation 1) for any number of tasks. With x_u the output
 * of the trunk of task u, the next stage of task t has the input y_t = sum_u alpha_tu x_u, where
 * alpha_tu is one number per channel or one number for all channels.
 *
 * @param alphas one parameter of shape (T, C) or (T, 1) per task t; row u is alpha_tu
 */
record Stitch(List<Parameter> alphas) {
  /**
   * Creates a unit with alpha_tt = {@code alpha-same} and alpha_tu = {@code alpha-other} / (T - 1).
   *
   * @param name prefix of the parameters, for example {@code stitch1.task2} for the second task
   * @param tasks T, at least 2
   * @param channels C
   * @param last whether heads follow the unit, so that the weights of a task are task-specific
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
      // a network created within an NDScope of the caller must outlive it
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
   * Combines the outputs of all trunks for a task.
   *
   * @param outputs outputs of the trunks' stage, each (N, C, ...)
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
