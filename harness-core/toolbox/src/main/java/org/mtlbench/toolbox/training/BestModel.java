package org.mtlbench.toolbox.training;

import java.util.List;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.method.StateRegistry;

/** Keeps a copy of the parameters with the highest score so far. Ties keep the earlier one. */
public final class BestModel {
  private final ParameterSnapshot kept;
  private double score = Double.NEGATIVE_INFINITY;

  /**
   * Nothing is kept yet.
   *
   * @param parameters all parameters of the model, buffers included
   * @param name tells the kept models of one method apart in a checkpoint
   */
  public BestModel(String name, List<Parameter> parameters, StateRegistry registry) {
    kept = new ParameterSnapshot(parameters);
    kept.register(name, registry);
    registry.numbers(name + "/score", () -> new double[] {score}, values -> score = values[0]);
  }

  /**
   * Keeps the present parameters if they are better.
   *
   * @return whether they were
   */
  public boolean offer(double candidate) {
    if (!(candidate > score)) {
      return false;
    }
    score = candidate;
    kept.capture();
    return true;
  }

  /** Whether anything was kept. */
  public boolean present() {
    return score > Double.NEGATIVE_INFINITY;
  }

  /** The highest score so far; negative infinity if nothing was kept. */
  public double score() {
    return score;
  }

  /** Keeps nothing any more. */
  public void forget() {
    score = Double.NEGATIVE_INFINITY;
  }

  /** Writes the kept parameters back into the model; does nothing if nothing was kept. */
  public void restore() {
    if (present()) {
      kept.restore();
    }
  }
}
