package org.mtlbench.engine.model;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.run.RunRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.TaskRecord;

/** Keeps, of the models of a row, that of the seed that is best on validation. */
public final class RowModels {
  private RowModels() {}

  /**
   * Removes the models of the other seeds of a cell's row. Records are final, so processes that do
   * this at the same time agree on the best one; of equal ones the first in the plan is kept.
   *
   * @param id a cell whose record is published
   */
  public static void keepBest(RunFolder folder, String id) throws IOException {
    RunRecord run = folder.readRun();
    Optional<PlannedCell> cell =
        run.cells().stream().filter(planned -> planned.id().equals(id)).findFirst();
    if (cell.isEmpty()) {
      return;
    }
    List<String> saved = new ArrayList<>();
    String best = "";
    Score highest = Score.NONE;
    for (PlannedCell other : run.cells()) {
      boolean kept = Files.exists(folder.models().resolve(SavedModel.description(other.id())));
      if (!kept || !isSameRow(cell.get(), other)) {
        continue;
      }
      Optional<CellRecord> record = folder.readCell(other.id()).filter(CellRecord::hasResult);
      if (record.isPresent()) {
        Score score = score(record.get(), run.datasets().getOrDefault(other.dataset(), List.of()));
        if (saved.isEmpty() || score.compareTo(highest) > 0) {
          best = other.id();
          highest = score;
        }
        saved.add(other.id());
      }
    }
    for (String other : saved) {
      if (!other.equals(best)) {
        SavedModel.delete(folder.models(), other);
      }
    }
  }

  private static boolean isSameRow(PlannedCell one, PlannedCell other) {
    return one.dataset().equals(other.dataset())
        && one.architecture().equals(other.architecture())
        && one.method().equals(other.method())
        && one.label().equals(other.label())
        && one.config().equals(other.config());
  }

  /**
   * The score on validation by which epochs are selected: the mean of the primary metrics if all
   * tasks have the same one, otherwise the mean skill.
   */
  private static Score score(CellRecord record, List<TaskRecord> tasks) {
    boolean same = tasks.stream().map(TaskRecord::primary).distinct().count() == 1;
    DoubleSummaryStatistics scores =
        tasks.stream()
            .map(task -> same ? signed(record, task) : skill(record, task))
            .flatMapToDouble(OptionalDouble::stream)
            .summaryStatistics();
    return new Score(scores.getCount(), scores.getAverage());
  }

  /**
   * A score. One that is undefined for fewer tasks is better, whatever the mean: a mean over the
   * other tasks alone would not be comparable.
   *
   * @param defined number of tasks whose score is defined
   * @param mean mean over these tasks, higher is better; 0 without any
   */
  private record Score(long defined, double mean) implements Comparable<Score> {
    static final Score NONE = new Score(0, 0);

    @Override
    public int compareTo(Score other) {
      return defined == other.defined
          ? Double.compare(mean, other.mean)
          : Long.compare(defined, other.defined);
    }
  }

  private static OptionalDouble signed(CellRecord record, TaskRecord task) {
    MetricRecord metric = task.primary();
    Optional<Double> value =
        record.validation().flatMap(split -> split.scores().find(task.name(), metric.id()));
    return value.isPresent()
        ? OptionalDouble.of(metric.higherIsBetter() ? value.get() : -value.get())
        : OptionalDouble.empty();
  }

  private static OptionalDouble skill(CellRecord record, TaskRecord task) {
    MetricRecord metric = task.primary();
    Optional<Double> value =
        record.validation().flatMap(split -> split.scores().find(task.name(), metric.id()));
    Optional<Double> constant =
        record
            .constantPredictor()
            .flatMap(known -> known.validation().find(task.name(), metric.id()));
    return value.isPresent() && constant.isPresent() && constant.get() != metric.ideal()
        ? OptionalDouble.of((value.get() - constant.get()) / (metric.ideal() - constant.get()))
        : OptionalDouble.empty();
  }
}
