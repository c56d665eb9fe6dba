package org.mtlbench.engine.isolation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.cost.CostModel;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.plan.CellSearch;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plan.PlannedDataset;
import org.mtlbench.engine.plugins.PluginChoice;

/**
 * A plan as JSON. Configs and phases common to several cells are written once; cells refer to them
 * by index.
 *
 * @param name as in {@link Plan}
 * @param matrix as in {@link Plan}
 * @param matrixHash as in {@link Plan}
 * @param datasets as in {@link Plan}
 * @param choices plugins with their configs
 * @param phases lists of phases
 * @param cells the cells
 */
record PlanDocument(
    String name,
    ObjectNode matrix,
    String matrixHash,
    List<PlannedDataset> datasets,
    List<PluginChoice> choices,
    List<List<Phase>> phases,
    List<Cell> cells) {
  /** A {@link PlannedCell} with indices of dataset, architecture, method, trials and phases. */
  record Cell(
      String id,
      String label,
      Optional<String> note,
      int dataset,
      int architecture,
      int method,
      long seed,
      double budget,
      Optional<CellSearch> search,
      Optional<Integer> lastEpochs,
      boolean selectionDiagnostic,
      String backbone,
      List<Integer> trials,
      int phases,
      double operations) {}

  static PlanDocument of(Plan plan) {
    Writer writer = new Writer();
    List<Cell> cells = plan.cells().stream().map(writer::cell).toList();
    return new PlanDocument(
        plan.name(),
        plan.matrix(),
        plan.matrixHash(),
        plan.datasets(),
        writer.choices,
        writer.phases,
        cells);
  }

  /** The plan, without time estimates. */
  Plan plan() {
    return new Plan(name, matrix, matrixHash, datasets, cells.stream().map(this::cell).toList());
  }

  private PlannedCell cell(Cell cell) {
    CellSpec spec =
        new CellSpec(
            cell.id(),
            cell.label(),
            cell.note(),
            choices.get(cell.dataset()),
            choices.get(cell.architecture()),
            choices.get(cell.method()),
            cell.seed(),
            cell.budget(),
            cell.search(),
            cell.lastEpochs(),
            cell.selectionDiagnostic());
    return new PlannedCell(
        spec,
        cell.backbone(),
        cell.trials().stream().map(phases::get).toList(),
        phases.get(cell.phases()),
        cell.operations(),
        CostModel.seconds(cell.operations(), Throughput.UNKNOWN));
  }

  /** Collects the configs and phases of cells. */
  private static final class Writer {
    private final List<PluginChoice> choices = new ArrayList<>();
    private final List<List<Phase>> phases = new ArrayList<>();

    /**
     * Compares by identity: the cells of a row share their objects, and comparing trees is slow.
     */
    private final IdentityHashMap<PluginChoice, Integer> choiceIndex = new IdentityHashMap<>();

    private final Map<List<Phase>, Integer> phaseIndex = new HashMap<>();

    Cell cell(PlannedCell cell) {
      CellSpec spec = cell.spec();
      return new Cell(
          spec.id(),
          spec.label(),
          spec.note(),
          choice(spec.dataset()),
          choice(spec.architecture()),
          choice(spec.method()),
          spec.seed(),
          spec.budget(),
          spec.search(),
          spec.lastEpochs(),
          spec.selectionDiagnostic(),
          cell.backbone(),
          cell.trials().stream().map(this::phases).toList(),
          phases(cell.phases()),
          cell.operations());
    }

    private int choice(PluginChoice choice) {
      return choiceIndex.computeIfAbsent(
          choice,
          added -> {
            choices.add(added);
            return choices.size() - 1;
          });
    }

    private int phases(List<Phase> list) {
      return phaseIndex.computeIfAbsent(
          list,
          added -> {
            phases.add(added);
            return phases.size() - 1;
          });
    }
  }
}
