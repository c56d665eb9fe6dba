package org.mtlbench.engine.plan;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.engine.cost.Calibration;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.matrix.MatrixTree;
import org.mtlbench.engine.matrix.SearchSpec;
import org.mtlbench.engine.matrix.TrainingSpec;
import org.mtlbench.engine.plugins.PluginRegistry;

/** Checks a matrix against the available plugins and expands it into cells. */
public final class Planner {
  private static final int MAX_CELLS = 100_000;

  /** The maximum number of values of search ranges times rows; each is bound and checked once. */
  private static final int MAX_PROBES = 1_000_000;

  private final Throughput throughput;

  /**
   * @param throughput throughput of the training device, from {@link Calibration}; {@link
   *     Throughput#UNKNOWN} for a plan without estimates, to be added by {@link Plan#estimated}
   */
  public Planner(Throughput throughput) {
    this.throughput = throughput;
  }

  /**
   * Creates the plan.
   *
   * @param access location of the files that datasets read for their facts
   * @throws org.mtlbench.api.config.InvalidConfigException with all problems of the matrix: its
   *     form, unknown plugins, invalid configs, configs incompatible with a dataset, and invalid
   *     files of a dataset
   */
  public Plan plan(
      MatrixSpec spec, PluginRegistry registry, Overrides overrides, DataAccess access) {
    Problems problems = new Problems(registry);
    problems.addAll(spec.problems());
    double budget = budget(spec, overrides.budget(), problems);
    Seeds seeds = Seeds.of(spec.seeds(), overrides.seed());
    rejectTooManyRows(spec, problems);
    MatrixExpansion expansion =
        new MatrixExpansion(
            registry, new Resolver(registry, access, spec.training(), problems), problems);
    List<Row> rows = expansion.of(spec);
    rejectTooManyCells(spec, rows, seeds, problems);
    Optional<SearchPlan> search =
        spec.search().map(block -> new SearchPlan(registry, block, problems));
    search.filter(block -> !rows.isEmpty()).ifPresent(block -> block.check(rows));
    problems.reject();
    CellPlanner planner = new CellPlanner(registry, search, budget, spec.training(), problems);
    spec.training()
        .ifPresent(training -> checkEpochs(training, spec.search(), rows, planner, problems));
    problems.reject();
    List<PlannedDataset> datasets = planner.datasets(rows);
    List<PlannedCell> cells = planner.cells(rows, seeds);
    problems.reject();
    Plan plan =
        new Plan(
            spec.name(),
            MatrixTree.of(spec, seeds.ofMatrix(), budget),
            Identity.matrix(
                spec.name(),
                expansion.datasets(),
                expansion.architectures(),
                budget,
                spec.training(),
                spec.search()),
            datasets,
            cells);
    return throughput.known() ? plan.estimated(throughput) : plan;
  }

  /**
   * Checks the size before expansion, since a small file can describe a cross product that exceeds
   * the memory.
   */
  private static void rejectTooManyRows(MatrixSpec spec, Problems problems) {
    long rows =
        (long) spec.datasets().size() * spec.architectures().size() * spec.methods().size()
            + spec.cells().size();
    if (rows > MAX_CELLS) {
      problems.add(
          new Problem("matrix", rows + " rows", "at most " + MAX_CELLS + " rows and cells"));
      problems.reject();
    }
  }

  private static void rejectTooManyCells(
      MatrixSpec spec, List<Row> rows, Seeds seeds, Problems problems) {
    long cells = rows.stream().mapToLong(row -> seeds.of(row).size()).sum();
    int trials = spec.search().map(SearchSpec::trials).orElse(0);
    long probes =
        spec.search().stream()
            .flatMap(search -> search.over().values().stream())
            .mapToLong(range -> range.probes().size())
            .sum();
    if (cells * (1 + trials) > MAX_CELLS) {
      problems.add(
          new Problem(
              "matrix",
              rows.size()
                  + " rows, "
                  + cells
                  + " cells with their seeds"
                  + (trials == 0 ? "" : ", each with " + trials + " trials"),
              "at most " + MAX_CELLS + (trials == 0 ? " cells" : " cells and trials")));
      problems.reject();
    }
    if (probes * rows.size() > MAX_PROBES) {
      problems.add(
          new Problem(
              SearchSpec.AT + ".over",
              probes + " values for " + rows.size() + " rows",
              "at most " + MAX_PROBES + " values times rows"));
      problems.reject();
    }
  }

  /**
   * Rejects methods that do not train the reported model for the common number of epochs, and
   * trials that do not train for the same fraction of it.
   */
  private static void checkEpochs(
      TrainingSpec training,
      Optional<SearchSpec> search,
      List<Row> rows,
      CellPlanner planner,
      Problems problems) {
    Budget trials = new Budget(search.map(SearchSpec::budget).orElse(1.0));
    for (Row row : rows) {
      RowMethod method = row.method();
      int full = reportedEpochs(row, Budget.FULL, planner);
      int tried = reportedEpochs(row, trials, planner);
      if (full < 0 || tried < 0) {
        continue;
      }
      if (full != training.epochs()) {
        problems.add(
            method
                .location()
                .locate(
                    new Problem(
                        "",
                        "the method "
                            + method.choice().id()
                            + ", which trains for "
                            + full
                            + " epochs regardless of the matrix",
                        "methods that train for the "
                            + training.epochs()
                            + " epochs of training.epochs: set it to "
                            + full
                            + " or leave the method out")));
      } else if (tried != trials.epochs(training.epochs())) {
        problems.add(
            new Problem(
                SearchSpec.AT + ".budget",
                search.orElseThrow().budget()
                    + ", "
                    + trials.epochs(training.epochs())
                    + " epochs of a trial",
                "a budget that gives every trial the "
                    + tried
                    + " epochs that the method "
                    + method.choice().id()
                    + ", \""
                    + method.label()
                    + "\", needs at least"));
      }
    }
  }

  /** The epochs of the reported model; if the method fails, reports a problem and returns -1. */
  private static int reportedEpochs(Row row, Budget budget, CellPlanner planner) {
    return planner.phases(row, 0, budget).map(Phase::reportedEpochs).orElse(-1);
  }

  private static double budget(MatrixSpec spec, OptionalDouble override, Problems problems) {
    double budget = override.orElse(spec.budget());
    if (!(budget > 0 && budget <= MatrixSpec.MAX_BUDGET)) {
      problems.add(new Problem("--budget", String.valueOf(budget), MatrixSpec.BUDGET_ALLOWED));
      return spec.budget();
    }
    return budget;
  }
}
