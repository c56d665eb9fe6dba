package org.mtlbench.reports.rows;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.CellRecord;

/**
 * The rows of a dataset that answer which method to take. Of equal rows, the first one in the order
 * of the tables is taken.
 *
 * @param best the row with the best headline
 * @param bestMultiTask the same among the rows that are not single-task learning
 * @param sparsest the row with the highest sparsity rate; absent if no row has zero neuron rows
 * @param cheapest the row with the lowest total time; absent if no row has a time
 */
public record NotableRows(
    SeedGroup best,
    Optional<SeedGroup> bestMultiTask,
    Optional<SeedGroup> sparsest,
    Optional<SeedGroup> cheapest) {
  /** All of them, without duplicates. */
  public Stream<SeedGroup> all() {
    return Stream.of(Optional.of(best), bestMultiTask, sparsest, cheapest)
        .flatMap(Optional::stream)
        .distinct();
  }

  /** The notable rows of a dataset; absent if it has no result. */
  public static Optional<NotableRows> of(Rows rows, String dataset) {
    List<SeedGroup> known =
        rows.groups().stream()
            .filter(group -> group.cell().dataset().equals(dataset))
            .filter(group -> rows.headline(group).isPresent())
            .toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Comparator<SeedGroup> worstFirst =
        Comparator.comparingDouble(
            group -> rows.headlineOf(group).sign() * rows.headline(group).orElseThrow().mean());
    Comparator<SeedGroup> bestFirst = worstFirst.reversed();
    return Optional.of(
        new NotableRows(
            known.stream().max(worstFirst).orElseThrow(),
            known.stream().filter(group -> !group.isSingleTask()).max(worstFirst),
            known.stream()
                .filter(group -> mean(group, Measures::sr) > 0)
                .min(
                    Comparator.comparingDouble((SeedGroup group) -> -mean(group, Measures::sr))
                        .thenComparing(bestFirst)),
            known.stream()
                .filter(group -> mean(group, Measures::totalMinutes) > 0)
                .min(
                    Comparator.comparingDouble(
                            (SeedGroup group) -> mean(group, Measures::totalMinutes))
                        .thenComparing(bestFirst))));
  }

  /** The mean of a measure over the seeds; 0 if no seed has it. */
  private static double mean(SeedGroup group, Function<CellRecord, Optional<Double>> measure) {
    return group.summary(measure).map(summary -> summary.mean()).orElse(0.0);
  }
}
