package org.mtlbench.engine.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.cost.CostModel;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.matrix.TrainingSpec;
import org.mtlbench.engine.plugins.CallKind;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.plugins.PluginRegistry;

/** Creates the cells of rows with ids, trials, phases and costs. */
final class CellPlanner {
  private final PluginRegistry registry;
  private final Optional<SearchPlan> search;
  private final double budget;
  private final Optional<TrainingSpec> training;
  private final Problems problems;

  CellPlanner(
      PluginRegistry registry,
      Optional<SearchPlan> search,
      double budget,
      Optional<TrainingSpec> training,
      Problems problems) {
    this.registry = registry;
    this.search = search;
    this.budget = budget;
    this.training = training;
    this.problems = problems;
  }

  /** The cells, each once, without time estimates. */
  List<PlannedCell> cells(List<Row> rows, Seeds seeds) {
    Map<String, PlannedCell> cells = new LinkedHashMap<>();
    for (Map.Entry<Long, List<Row>> group : seeds.rowsBySeed(rows).entrySet()) {
      for (Row row : group.getValue()) {
        CellSpec spec = spec(row, group.getKey());
        PlannedCell same = cells.get(spec.id());
        if (same == null) {
          cell(row, spec).ifPresent(cell -> cells.put(spec.id(), cell));
        } else if (!described(same.spec(), spec)) {
          problems.add(
              row.method()
                  .location()
                  .locate(
                      new Problem(
                          "",
                          "the same configuration as the row '" + same.spec().label() + "'",
                          "rows that differ in more than labels and note")));
        }
      }
    }
    return List.copyOf(cells.values());
  }

  /** The datasets of rows, one per config. */
  List<PlannedDataset> datasets(List<Row> rows) {
    Map<PluginChoice, PlannedDataset> datasets = new LinkedHashMap<>();
    for (Row row : rows) {
      Configured.Dataset<?> dataset = row.dataset();
      if (!datasets.containsKey(dataset.choice())) {
        registry.calling(CallKind.FACTS, dataset.plugin());
        try {
          datasets.put(
              dataset.choice(),
              new PlannedDataset(
                  dataset.choice(),
                  TaskRecords.of(dataset.facts().tasks()),
                  dataset.facts().synthetic()));
        } catch (RuntimeException | Error e) {
          problems.failed("dataset " + dataset.choice().id(), e);
        }
      }
    }
    return List.copyOf(datasets.values());
  }

  /** The phases of a row's method; if the method fails, reports a problem and returns empty. */
  Optional<List<Phase>> phases(Row row, long seed, Budget share) {
    registry.calling(CallKind.PHASES, row.plugins());
    return problems.attempt(
        row.method().location(), () -> row.method().phases(row.networks(), seed, share));
  }

  /** Whether two requests for the same cell agree in label and note. */
  private static boolean described(CellSpec one, CellSpec other) {
    return one.label().equals(other.label())
        && one.note().equals(other.note())
        && one.dataset().name().equals(other.dataset().name())
        && one.architecture().name().equals(other.architecture().name());
  }

  private CellSpec spec(Row row, long seed) {
    PluginChoice dataset = row.dataset().choice();
    PluginChoice architecture = row.architecture().choice();
    PluginChoice method = row.method().choice();
    String id =
        Identity.cell(
            dataset, architecture, method, seed, budget, search.map(SearchPlan::search), training);
    return new CellSpec(
        id,
        row.method().label(),
        row.method().note(),
        dataset,
        architecture,
        method,
        seed,
        budget,
        search.map(plan -> plan.draw(row, seed)),
        training.flatMap(TrainingSpec::lastEpochs),
        training.filter(TrainingSpec::selectionDiagnostic).isPresent());
  }

  private Optional<PlannedCell> cell(Row row, CellSpec spec) {
    Optional<List<List<Phase>>> trials =
        search.isEmpty() ? Optional.of(List.of()) : search.get().phases(row, spec);
    Optional<List<Phase>> phases = phases(row, spec.seed(), new Budget(budget));
    if (trials.isEmpty() || phases.isEmpty()) {
      return Optional.empty();
    }
    double operations =
        CostModel.operations(
            PlannedCell.allPhases(trials.get(), phases.get()),
            row.dataset().facts(),
            (double) row.networks().of().multiplyAdds());
    return Optional.of(
        new PlannedCell(
            spec,
            row.networks().backbone().id(),
            trials.get(),
            phases.get(),
            operations,
            CostModel.seconds(operations, Throughput.UNKNOWN)));
  }
}
