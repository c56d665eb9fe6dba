package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.Problem;
import org.mtlbench.toolbox.config.Entries;
import org.mtlbench.toolbox.config.Expected;

/**
 * The content of a matrix file, before it is checked against the available plugins.
 *
 * <p>Problems of the file's form are kept: the planner adds the problems that it finds in the valid
 * rest and reports all of them at once.
 *
 * @param name names the run folder
 * @param description one line for listings; may be empty
 * @param datasets first side of the cross product; empty if there are single rows only
 * @param architectures second side of the cross product
 * @param methods third side of the cross product
 * @param cells single rows in addition to the cross product
 * @param seeds run seeds, each for every row
 * @param budget scales the epochs of every phase, greater than 0; 1 with a training
 * @param training the same training for every method; empty for the methods' own protocols
 * @param search how every method is tuned; empty if none is
 * @param study preference vectors and sweeps of methods, which are already part of {@code methods}
 * @param problems problems of the form; the entries concerned are omitted above
 */
public record MatrixSpec(
    @Expected(NAME_ALLOWED) String name,
    @Expected("a text in one line") String description,
    @Entries("dataset") List<Entry> datasets,
    @Entries("architecture") List<Entry> architectures,
    @Entries("method") List<MethodEntry> methods,
    @Entries("row") List<CellEntry> cells,
    @Entries("whole number") List<Long> seeds,
    @Expected(BUDGET_ALLOWED) double budget,
    Optional<TrainingSpec> training,
    Optional<SearchSpec> search,
    @Expected(Studies.FORMS) Studies study,
    @JsonIgnore List<Problem> problems) {
  /** The largest budget. */
  public static final double MAX_BUDGET = 1000;

  /** The allowed budgets. */
  public static final String BUDGET_ALLOWED = "a number greater than 0, at most 1000";

  /** The allowed names. */
  static final String NAME_ALLOWED =
      "a name of 1 to 64 letters, digits, dots, hyphens or underscores that starts with a letter"
          + " or digit";

  /** The defaults of omitted keys. */
  static final MatrixSpec DEFAULTS =
      new MatrixSpec(
          "",
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(0L),
          1,
          Optional.empty(),
          Optional.empty(),
          new Studies(List.of()),
          List.of());

  public MatrixSpec {
    datasets = List.copyOf(datasets);
    architectures = List.copyOf(architectures);
    methods = List.copyOf(methods);
    cells = List.copyOf(cells);
    seeds = List.copyOf(seeds);
    problems = List.copyOf(problems);
  }
}
