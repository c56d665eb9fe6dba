package org.mtlbench.engine.artefact;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.toolbox.gradient.GradientMode;

/** A model's weights, buffers included, as bytes in the safetensors format, by their names. */
final class ModelTensors {
  private ModelTensors() {}

  static byte[] encode(Model model) {
    try (GradientMode off = GradientMode.off();
        NDScope scope = new NDScope()) {
      NDList tensors = new NDList();
      for (Weight weight : model.weights()) {
        NDArray copy = weight.value().duplicate();
        copy.setName(weight.name());
        tensors.add(copy);
      }
      return tensors.encode(NDList.Encoding.SAFETENSORS);
    }
  }

  /**
   * Writes tensors into a model.
   *
   * @return whether they were the model's: the same names and shapes; if not, nothing was written
   */
  static boolean decode(byte[] bytes, Model into) {
    List<Weight> weights = into.weights();
    if (weights.isEmpty()) {
      return false;
    }
    try (GradientMode off = GradientMode.off();
        NDManager manager = weights.get(0).value().getManager().newSubManager()) {
      Map<String, NDArray> tensors = new HashMap<>();
      NDList.decode(manager, bytes).forEach(tensor -> tensors.put(tensor.getName(), tensor));
      if (tensors.size() != weights.size() || !weights.stream().allMatch(w -> fits(w, tensors))) {
        return false;
      }
      weights.forEach(weight -> tensors.get(weight.name()).copyTo(weight.value()));
      return true;
    }
  }

  private static boolean fits(Weight weight, Map<String, NDArray> tensors) {
    NDArray tensor = tensors.get(weight.name());
    return tensor != null
        && tensor.getShape().equals(weight.value().getShape())
        && tensor.getDataType() == weight.value().getDataType();
  }
}
