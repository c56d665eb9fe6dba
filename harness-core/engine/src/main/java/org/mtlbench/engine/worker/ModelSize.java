package org.mtlbench.engine.worker;

import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.engine.model.MultiplyAdds;
import org.mtlbench.results.ParametersRecord;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.toolbox.sparsity.RowMetrics;

/** The size of a trained model, and its sparsity. */
final class ModelSize {
  private ModelSize() {}

  /**
   * The number of trainable parameters, a checksum over all parameters, and the multiply-adds.
   *
   * @param input the input of the model
   */
  static ParametersRecord parameters(Model model, InputSpec input, NDManager manager) {
    long nonzero = 0;
    for (Parameter parameter : model.parameters()) {
      if (parameter.trainable()) {
        nonzero += nonzero(parameter);
      }
    }
    return new ParametersRecord(
        model.parameterCount(),
        nonzero,
        Optional.of(ParameterChecksum.of(model)),
        MultiplyAdds.of(model, List.of(input.shape()), manager).stream().boxed().findFirst());
  }

  private static long nonzero(Parameter parameter) {
    long count = 0;
    for (float value : parameter.value().toFloatArray()) {
      if (value != 0) {
        count++;
      }
    }
    return count;
  }

  /** SR, CR and PS in neuron rows, SR in parameters, and the rows of each component and layer. */
  static SparsityRecord sparsity(Model model) {
    RowMetrics metrics = RowMetrics.of(model.parameters());
    return SparsityRecord.ofRows(
            metrics.totalRows(), metrics.zeroRows(), metrics.uniqueRows(), metrics.parameterSr())
        .withParts(parts(metrics.components()), parts(metrics.layers()));
  }

  private static List<SparsityRecord.RowCounts> parts(List<RowMetrics.RowCounts> parts) {
    return parts.stream()
        .map(part -> SparsityRecord.RowCounts.ofRows(part.name(), part.rows(), part.zeroRows()))
        .toList();
  }
}
