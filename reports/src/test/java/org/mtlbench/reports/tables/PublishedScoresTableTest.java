package org.mtlbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.published.PublishedScore;
import org.mtlbench.reports.published.PublishedScores;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskRecord;

class PublishedScoresTableTest {
  private static final PublishedScores PAPERS = PublishedScores.visualBenchmarks();
  private static final MetricRecord MIOU =
      new MetricRecord("miou", "mIoU", "%", MetricRecord.Direction.HIGHER, 1, false, 100, 2);
  private static final MetricRecord ERROR =
      new MetricRecord(
          "absolute-error", "Absolute error", "", MetricRecord.Direction.LOWER, 0, false, 1, 4);

  /** Delta_m as the papers print it, below 0 is better. */
  private static final Map<String, Double> NYUV2 =
      Map.ofEntries(
          Map.entry("ls", 5.59),
          Map.entry("si", 4.39),
          Map.entry("rlw", 7.78),
          Map.entry("dwa", 3.57),
          Map.entry("uw", 4.05),
          Map.entry("mgda", 1.38),
          Map.entry("pcgrad", 3.97),
          Map.entry("cagrad", 0.20),
          Map.entry("imtl-g", -0.76),
          Map.entry("nash-mtl", -4.04),
          Map.entry("famo", -4.10));

  private static final Map<String, Double> CITYSCAPES =
      Map.ofEntries(
          Map.entry("ls", 22.60),
          Map.entry("si", 14.11),
          Map.entry("rlw", 24.38),
          Map.entry("dwa", 21.45),
          Map.entry("uw", 5.89),
          Map.entry("mgda", 44.14),
          Map.entry("pcgrad", 18.29),
          Map.entry("cagrad", 11.64),
          Map.entry("imtl-g", 11.10),
          Map.entry("nash-mtl", 6.82),
          Map.entry("famo", 8.13));

  private final FixtureRun run = new FixtureRun();

  @TempDir Path root;

  /** What is printed for a method agrees with the mean change that the papers print beside it. */
  @Test
  void valuesMatchPapers() {
    NYUV2.forEach(
        (method, printed) ->
            assertThat(-deltaM("nyuv2", 3, method)).as(method).isCloseTo(printed, within(.17)));
    CITYSCAPES.forEach(
        (method, printed) ->
            assertThat(-deltaM("cityscapes", 2, method))
                .as(method)
                .isCloseTo(printed, within(.11)));
    assertThat(PAPERS.scores()).filteredOn(score -> score.dataset().equals("celeba")).hasSize(11);
  }

  private static double deltaM(String dataset, int tasks, String method) {
    List<PublishedScore> scores = PAPERS.of(dataset, tasks, method);
    assertThat(scores).hasSize(dataset.equals("nyuv2") ? 9 : 4);
    return scores.stream()
        .mapToDouble(
            score -> {
              double single =
                  PAPERS.find(dataset, "stl", score.task(), score.metric()).orElseThrow().value();
              boolean lower = score.metric().endsWith("error") || score.metric().endsWith("angle");
              return 100 * (lower ? -1 : 1) * (score.value() - single) / single;
            })
        .average()
        .orElseThrow();
  }

  private List<Table> tables() throws IOException {
    return PublishedScoresTable.of(Rows.of(RunResults.read(run.write(root))), PAPERS);
  }

  private void cityscapes(String method, double miou, double error) {
    Scores scores =
        new Scores(
            Map.of("segmentation", Map.of("miou", miou), "depth", Map.of("absolute-error", error)));
    run.scored(
        run.plan("cityscapes", "hps", method, method, 0, "{}"),
        scores,
        new ConstantPredictorRecord(scores, scores, 10, 10));
  }

  @Test
  void showsThreeLinesPerPublishedMethod() throws IOException {
    run.tasks(
        "cityscapes",
        new TaskRecord("segmentation", "7 classes", "cross-entropy", List.of(MIOU)),
        new TaskRecord("depth", "a map", "l1", List.of(ERROR)));
    cityscapes("famo", 0.70, 0.0155);
    cityscapes("stch", 0.60, 0.0255);
    Table table = tables().get(0);

    assertThat(table.id()).isEqualTo("published-cityscapes");
    assertThat(table.rows()).hasSize(3);
    assertThat(texts(table, "source")).containsExactly("measured", "published", "difference");
    assertThat(texts(table, "miou-task1")).containsExactly("70.00", "74.54", "-4.54");
    assertThat(texts(table, "absolute-error-task2")).containsExactly("0.0155", "0.0145", "+0.0010");
  }

  private static List<String> texts(Table table, String column) {
    return table.rows().stream()
        .map((Row row) -> table.entry(row, column).orElseThrow().text())
        .toList();
  }

  @Test
  void requiresTasksOfPaper() throws IOException {
    run.tasks(
        "cityscapes", new TaskRecord("segmentation", "7 classes", "cross-entropy", List.of(MIOU)));
    Scores scores = new Scores(Map.of("segmentation", Map.of("miou", 0.7)));
    run.scored(
        run.plan("cityscapes", "hps", "famo", "FAMO", 0, "{}"),
        scores,
        new ConstantPredictorRecord(scores, scores, 10, 10));
    assertThat(tables()).isEmpty();
  }
}
