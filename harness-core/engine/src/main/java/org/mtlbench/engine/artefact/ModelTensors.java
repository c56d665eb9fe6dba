package org.mtlbench.engine.artefact;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.toolbox.gradient.GradientMode;

/** A model's parameters, buffers included, as bytes in the safetensors format, by their names. */
final class ModelTensors {
  private ModelTensors() {}

  static byte[] encode(Model model) {
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      NDList tensors = new NDList();
      for (Parameter parameter : model.parameters()) {
        NDArray copy = parameter.value().duplicate();
        copy.setName(parameter.name());
        tensors.add(copy);
      }
      return tensors.encode(NDList.Encoding.SAFETENSORS);
    }
  }

  /**
   * Writes tensors to a model.
   *
   * @return whether names and shapes match those of the model; otherwise nothing is written
   */
  static boolean decode(byte[] bytes, Model into) {
    List<Parameter> parameters = into.parameters();
    if (parameters.isEmpty()) {
      return false;
    }
    try (GradientMode off = GradientMode.off();
        NDManager manager = parameters.get(0).value().getManager().newSubManager()) {
      Map<String, NDArray> tensors = new HashMap<>();
      NDList.decode(manager, bytes).forEach(tensor -> tensors.put(tensor.getName(), tensor));
      if (tensors.size() != parameters.size()
          || !parameters.stream().allMatch(p -> fits(p, tensors))) {
        return false;
      }
      parameters.forEach(parameter -> tensors.get(parameter.name()).copyTo(parameter.value()));
      return true;
    }
  }

  private static boolean fits(Parameter parameter, Map<String, NDArray> tensors) {
    NDArray tensor = tensors.get(parameter.name());
    return tensor != null
        && tensor.getShape().equals(parameter.value().getShape())
        && tensor.getDataType() == parameter.value().getDataType();
  }
}
