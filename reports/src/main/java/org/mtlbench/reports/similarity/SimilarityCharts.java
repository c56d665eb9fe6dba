package org.mtlbench.reports.similarity;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.pareto.MeanMetric;
import org.mtlbench.reports.pareto.ParetoStudies;
import org.mtlbench.reports.pareto.ParetoStudy;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.Label;
import org.mtlbench.reports.plot.Title;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.statistics.Summary;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.folder.UnwritableException;
import org.mtlbench.results.score.TaskRecord;

/**
 * The similarity maps of a run: of each Pareto study, and of the other rows of each dataset,
 * architecture and method, the sparse row with a saved model that is best on validation.
 *
 * @param charts two charts per model: neuron rows by index, and by cluster
 * @param missing a sentence for each model or layer that has no map
 */
public record SimilarityCharts(List<Chart> charts, List<String> missing) {
  private static final int MAX_TITLE = 80;
  private static final int MAX_CAVEATS = 105;

  /** Makes defensive copies. */
  public SimilarityCharts {
    charts = List.copyOf(charts);
    missing = List.copyOf(missing);
  }

  /** A row and the cell whose model is saved. */
  private record Candidate(SeedGroup row, CellRecord cell, double score) {}

  /** Reads the models and computes their maps. */
  public static SimilarityCharts read(RunFolder folder, Rows rows) {
    List<Chart> charts = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (Candidate best : best(folder, rows)) {
      String subject = "similarity maps of " + best.cell().id() + ": ";
      try {
        List<LayerMaps> maps =
            new ModelMaps(folder, best.cell()).read(reason -> missing.add(subject + reason));
        if (!maps.isEmpty()) {
          String facts = facts(rows, best);
          charts.add(chart("similarity-", "by index", facts, best, maps, RowOrder.INDEX));
          charts.add(chart("similarity-sorted-", "sorted", facts, best, maps, RowOrder.CLUSTER));
        }
      } catch (IOException e) {
        missing.add(subject + reason(e).replace(folder.root() + File.separator, ""));
      }
    }
    return new SimilarityCharts(charts, missing);
  }

  private static Chart chart(
      String name,
      String order,
      String facts,
      Candidate best,
      List<LayerMaps> maps,
      RowOrder rowOrder) {
    Title title =
        new Title(
            Label.shortened(
                best.cell().dataset() + ": similarity of neuron rows, " + order, MAX_TITLE),
            facts);
    return SimilarityChart.of(name + best.cell().id(), title, maps, rowOrder);
  }

  /** The row, its seed and sparsity rate, and its flags. */
  private static String facts(Rows rows, Candidate best) {
    TreeSet<String> caveats = new TreeSet<>();
    best.row().resultFlags().stream()
        .filter(flag -> flag != Flag.COLLAPSED)
        .forEach(flag -> caveats.add(flag.displayName()));
    String text =
        String.format(
            Locale.ROOT,
            "%s, seed %d, SR %.1f %%",
            rows.title(best.row()),
            best.cell().seed(),
            Measures.sr(best.cell()).orElseThrow());
    return Label.shortened(
        caveats.isEmpty() ? text : text + "; " + String.join("; ", caveats), MAX_CAVEATS);
  }

  /** The best candidate of each study or method of a network, of ties the first. */
  private static Collection<Candidate> best(RunFolder folder, Rows rows) {
    List<ParetoStudy> studies = ParetoStudies.of(rows);
    Map<List<String>, Candidate> best = new LinkedHashMap<>();
    for (SeedGroup row : rows.groups()) {
      candidate(folder, rows, row)
          .ifPresent(
              candidate ->
                  best.merge(
                      List.of(
                          row.cell().dataset(), row.cell().architecture(), method(studies, row)),
                      candidate,
                      (old, other) -> other.score() > old.score() ? other : old));
    }
    return best.values();
  }

  /** The study that a row belongs to, otherwise its method. */
  private static String method(List<ParetoStudy> studies, SeedGroup row) {
    return studies.stream()
        .filter(study -> study.rows().contains(row))
        .map(ParetoStudy::id)
        .findFirst()
        .orElseGet(() -> row.cell().method());
  }

  private static Optional<Candidate> candidate(RunFolder folder, Rows rows, SeedGroup row) {
    List<TaskRecord> tasks = rows.tasks(row.cell().dataset());
    Optional<Summary> score =
        row.summary(cell -> MeanMetric.of(cell, CellRecord::validation, tasks));
    Optional<CellRecord> saved =
        row.results().stream()
            .filter(cell -> Measures.sr(cell).orElse(0.0) > 0)
            .filter(cell -> new ModelMaps(folder, cell).exists())
            .findFirst();
    return score.isPresent() && saved.isPresent()
        ? Optional.of(new Candidate(row, saved.get(), MeanMetric.sign(tasks) * score.get().mean()))
        : Optional.empty();
  }

  private static String reason(IOException problem) {
    if (problem instanceof NoSuchFileException missing) {
      return missing.getFile() + ": missing";
    }
    return problem instanceof FileSystemException unreadable
        ? unreadable.getFile() + ": cannot be read: " + UnwritableException.reason(unreadable)
        : problem.getMessage();
  }
}
