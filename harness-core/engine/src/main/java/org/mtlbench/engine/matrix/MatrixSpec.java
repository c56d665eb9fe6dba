package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.Problem;
import org.mtlbench.toolbox.config.Entries;
import org.mtlbench.toolbox.config.Expected;

/**
 * What a matrix file says, before it is compared with the plugins there are.
 *
 * <p>Problems of the file's form are carried along: the planner adds what it finds in the sound
 * rest and rejects all of it at once, so that a user sees every mistake of a file in one go.
 *
 * @param name names the run folder
 * @param description one line for listings; may be empty
 * @param datasets first side of the cross product; empty if there are single rows only
 * @param architectures second side of the cross product
 * @param methods third side of the cross product
 * @param cells single rows beside the cross product
 * @param seeds run seeds, each for every row
 * @param budget scales the epochs of every phase, greater than 0; 1 with a training
 * @param training the same training for every method; empty for the methods' own protocols
 * @param search how every method is tuned; empty if none is
 * @param problems what is wrong with the form; entries named here are left out above
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
    @JsonIgnore List<Problem> problems) {
  /** The largest factor of the protocols' epochs. */
  public static final double MAX_BUDGET = 1000;

  /** What may stand for a budget. */
  public static final String BUDGET_ALLOWED = "a number greater than 0, at most 1000";

  /** What may stand for a name. */
  static final String NAME_ALLOWED =
      "a name of 1 to 64 letters, digits, dots, hyphens or underscores that starts with a letter"
          + " or digit";

  /** What holds where a file says nothing. */
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
