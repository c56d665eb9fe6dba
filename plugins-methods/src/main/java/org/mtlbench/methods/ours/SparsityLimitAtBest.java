package org.mtlbench.methods.ours;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;
import org.mtlbench.methods.ours.growl.CapOutcome;

/** The layer caps at the best model so far. */
final class SparsityLimitAtBest {
  private final List<Parameter> parameters;

  /** For each layer the largest share of zero rows allowed, and 1 if the cap was binding. */
  private double[] kept = new double[0];

  /**
   * Creates the state before the first model.
   *
   * @param name identifies it in a checkpoint
   * @param parameters the layers that can be pruned
   */
  SparsityLimitAtBest(String name, List<Parameter> parameters, StateRegistry registry) {
    this.parameters = List.copyOf(parameters);
    registry.numbers(name, () -> kept.clone(), numbers -> kept = numbers.clone());
  }

  /** Records the outcome of the cap for each layer. */
  void keep(List<CapOutcome> outcomes) {
    kept = new double[2 * outcomes.size()];
    for (int i = 0; i < outcomes.size(); i++) {
      kept[2 * i] = (double) outcomes.get(i).limit() / parameters.get(i).rowCount();
      kept[2 * i + 1] = outcomes.get(i).binding() ? 1 : 0;
    }
  }

  /**
   * The measures of a cell's record: {@code target-sparsity-met}, 1 or 0, and for each layer {@code
   * cap.LAYER}, the largest share of zero rows allowed, and {@code cap-binding.LAYER}, 1 if the cap
   * rather than the pruning step determined their number, otherwise 0.
   */
  Map<String, Double> measures(boolean targetMet) {
    Map<String, Double> measures = new LinkedHashMap<>();
    measures.put("target-sparsity-met", targetMet ? 1.0 : 0.0);
    for (int i = 0; 2 * i < kept.length; i++) {
      measures.put("cap." + parameters.get(i).name(), kept[2 * i]);
      measures.put("cap-binding." + parameters.get(i).name(), kept[2 * i + 1]);
    }
    return measures;
  }
}
