package org.mtlbench.toolbox.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.layer.Role;
import org.mtlbench.api.task.Task;

/** Reports the scalar parameters of a model, for example the mixing weights of MDMTN. */
public final class ScalarMeasures {
  private ScalarMeasures() {}

  /**
   * The values of all trainable scalars of a model.
   *
   * @param tasks the tasks that the model serves, in the order of its outputs
   * @return a scalar of a task is named by the last segment of its name and the task ({@code
   *     fusion1.alpha1} of the task {@code left} is {@code alpha1.left}), or by its full name and
   *     the task if that is ambiguous; a scalar of the trunk has its full name
   */
  public static Map<String, Double> of(Model model, List<Task> tasks) {
    Map<String, Double> measures = new LinkedHashMap<>();
    for (Parameter parameter : model.parameters()) {
      if (parameter.kind() == Parameter.Kind.SCALAR) {
        double value = parameter.value().toFloatArray()[0];
        if (parameter.role() instanceof Role.OfTask role) {
          String task = "." + tasks.get(role.task()).name();
          String last = parameter.name().substring(parameter.name().lastIndexOf('.') + 1);
          String name = measures.containsKey(last + task) ? parameter.name() : last;
          measures.put(name + task, value);
        } else {
          measures.put(parameter.name(), value);
        }
      }
    }
    return measures;
  }
}
