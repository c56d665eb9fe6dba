package org.mtlbench.toolbox.training;

import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;

/** Keeps a copy of the parameters with the highest score so far. Ties keep the earlier one. */
public final class BestModel {
  private final ParameterSnapshot kept;
  private double score = Double.NEGATIVE_INFINITY;

  /**
   * Creates an empty holder.
   *
   * @param parameters all parameters of the model, buffers included
   * @param name distinguishes the holders of a method in a checkpoint
   */
  public BestModel(String name, List<Parameter> parameters, StateRegistry registry) {
    kept = new ParameterSnapshot(parameters);
    kept.register(name, registry);
    registry.numbers(name + "/score", () -> new double[] {score}, values -> score = values[0]);
  }

  /**
   * Keeps the current parameters if their score is higher.
   *
   * @return whether they were kept
   */
  public boolean offer(double candidate) {
    if (!(candidate > score)) {
      return false;
    }
    score = candidate;
    kept.capture();
    return true;
  }

  /** Whether a model has been kept. */
  public boolean present() {
    return score > Double.NEGATIVE_INFINITY;
  }

  /** The highest score so far; negative infinity if there is none. */
  public double score() {
    return score;
  }

  /** Discards the kept parameters. */
  public void forget() {
    score = Double.NEGATIVE_INFINITY;
  }

  /** Restores the kept parameters to the model; does nothing if there are none. */
  public void restore() {
    if (present()) {
      kept.restore();
    }
  }
}
