package org.mtlbench.engine.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.mtlbench.engine.plugins.PluginChoice;

/**
 * The specification of a cell, which is passed to its worker as JSON. The id is a hash of
 * everything except label and note.
 *
 * @param id 16 hex digits
 * @param label the method's name in tables
 * @param note a remark on the row, shown as a footnote
 * @param dataset the dataset
 * @param architecture the architecture
 * @param method the method
 * @param seed the run seed
 * @param budget factor on the epochs of every phase
 * @param search hyperparameter search; the training uses the best values
 * @param lastEpochs the reported test scores are means over this number of last epochs; empty for
 *     the scores of the selected model
 * @param selectionDiagnostic whether every epoch is tested in addition
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
    Optional<CellSearch> search,
    Optional<Integer> lastEpochs,
    boolean selectionDiagnostic) {
  /** A cell without search and note that reports the selected model. */
  public CellSpec(
      String id,
      String label,
      PluginChoice dataset,
      PluginChoice architecture,
      PluginChoice method,
      long seed,
      double budget) {
    this(
        id,
        label,
        Optional.empty(),
        dataset,
        architecture,
        method,
        seed,
        budget,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /**
   * The training of one trial of the search: its values in the method's config, and its share of
   * the budget.
   *
   * @param number counted from 1
   */
  public CellSpec trial(int number) {
    CellSearch tried = search.orElseThrow();
    return with(tried.trials().get(number - 1), budget * tried.budget());
  }

  /**
   * The training after the search.
   *
   * @param values config values of the chosen trial, by key
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
        Optional.empty(),
        lastEpochs,
        selectionDiagnostic);
  }
}
