package org.mtlbench.engine.worker;

import java.util.List;
import java.util.Optional;
import org.mtlbench.api.architecture.Model;
import org.mtlbench.api.architecture.Weight;
import org.mtlbench.results.ParametersRecord;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.toolbox.sparsity.RowMetrics;

/** How large a trained model is, and how much of it is zero. */
final class ModelSize {
  private ModelSize() {}

  /** Trainable parameters, and a checksum over all weights. */
  static ParametersRecord parameters(Model model) {
    long nonzero = 0;
    for (Weight weight : model.weights()) {
      if (weight.trainable()) {
        nonzero += nonzero(weight);
      }
    }
    return new ParametersRecord(model.parameters(), nonzero, Optional.of(WeightChecksum.of(model)));
  }

  private static long nonzero(Weight weight) {
    long count = 0;
    for (float value : weight.value().toFloatArray()) {
      if (value != 0) {
        count++;
      }
    }
    return count;
  }

  /** SR, CR and PS by rows, SR by parameters, and the rows of each component and layer. */
  static SparsityRecord sparsity(Model model) {
    RowMetrics metrics = RowMetrics.of(model.weights());
    return SparsityRecord.ofRows(
            metrics.totalRows(), metrics.zeroRows(), metrics.uniqueRows(), metrics.parameterSr())
        .withParts(parts(metrics.components()), parts(metrics.layers()));
  }

  private static List<SparsityRecord.Part> parts(List<RowMetrics.Part> parts) {
    return parts.stream()
        .map(part -> SparsityRecord.Part.ofRows(part.name(), part.rows(), part.zeroRows()))
        .toList();
  }
}
