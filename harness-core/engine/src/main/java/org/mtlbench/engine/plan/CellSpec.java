package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.mtlbench.engine.plugins.PluginChoice;

/**
 * One training: what a worker is handed, as JSON. The id is a hash of everything else but the label
 * and the note.
 *
 * @param id 16 hex digits
 * @param label the method's name in tables
 * @param note a remark on the row, shown as its footnote
 * @param dataset the dataset
 * @param architecture the architecture
 * @param method the method
 * @param seed the run seed
 * @param budget scales the epochs of every phase
 * @param search what is tried first; the training takes the values that did best
 */
public record CellSpec(
    String id,
    String label,
    Optional<String> note,
    PluginChoice dataset,
    PluginChoice architecture,
    PluginChoice method,
    long seed,
    double budget,
    Optional<CellSearch> search) {
  /** A training that nothing is tried for, without a note. */
  public CellSpec(
      String id,
      String label,
      PluginChoice dataset,
      PluginChoice architecture,
      PluginChoice method,
      long seed,
      double budget) {
    this(
        id, label, Optional.empty(), dataset, architecture, method, seed, budget, Optional.empty());
  }

  /**
   * The training of one trial of the search: its values in the method's config, its share of the
   * budget.
   *
   * @param number counted from 1
   */
  public CellSpec trial(int number) {
    CellSearch tried = search.orElseThrow();
    return with(tried.trials().get(number - 1), budget * tried.budget());
  }

  /**
   * The training that follows the search.
   *
   * @param values of the trial that was chosen, by config key
   */
  public CellSpec tuned(ObjectNode values) {
    return with(values, budget);
  }

  private CellSpec with(ObjectNode values, double share) {
    ObjectNode config = method.config().deepCopy();
    config.setAll(values);
    return new CellSpec(
        id,
        label,
        note,
        dataset,
        architecture,
        new PluginChoice(method.id(), config),
        seed,
        share,
        Optional.empty());
  }
}
