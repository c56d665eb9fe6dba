package org.mtlbench.reports.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellRecordBuilder;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.json.Schema1;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

class CollapseTest {
  private static final List<String> TASKS = List.of("class", "digit");

  private static CellRecordBuilder cell(double... accuracies) {
    FixtureRun run = new FixtureRun();
    return run.started(run.plan("d", "hps", "m", "M", 0, "{}"))
        .phase(FixtureRun.training("train", PhaseKind.MAIN, "network", 1))
        .test(FixtureRun.split(TaskValues.of(TASKS, accuracies), TaskValues.none()));
  }

  private static CellRecord beside(CellRecordBuilder cell, Map<String, Double> constant, int n) {
    Scores values = FixtureRun.accuracy(new TaskValues(constant));
    return cell.constantPredictor(new ConstantPredictorRecord(values, values, 1, n)).done();
  }

  private static List<Collapse> collapses(CellRecord cell) {
    return Collapse.of(cell, Schema1.tasks(cell.test().orElseThrow().scores()));
  }

  private static List<String> tasks(CellRecord cell) {
    return collapses(cell).stream().map(collapse -> collapse.score().task()).toList();
  }

  @Test
  void requiresTwoStandardErrorsAboveConstantPredictor() {
    Map<String, Double> constant = Map.of("class", 0.1, "digit", 0.1);

    // sqrt(0.1 * 0.9 / 100) = 0.03
    assertThat(tasks(beside(cell(0.159, 0.161), constant, 100))).containsExactly("class");
    assertThat(tasks(beside(cell(0.159, 0.05), constant, 10_000))).containsExactly("digit");
  }

  /** 0.5 + 2 sqrt(0.25 / 64) = 0.625, without rounding; one example more is above it. */
  @Test
  void exactlyTwoStandardErrorsIsCollapsed() {
    Map<String, Double> constant = Map.of("class", 0.5, "digit", 0.5);

    assertThat(tasks(beside(cell(0.625, 41.0 / 64), constant, 64))).containsExactly("class");
  }

  @Test
  void showsBothAccuraciesInPercent() {
    CellRecord cell = beside(cell(0.5, 0.1135), Map.of("class", 0.1, "digit", 0.1135), 10_000);

    assertThat(collapses(cell))
        .containsExactly(
            new Collapse(new TaskMetric("digit", MetricRecord.ACCURACY), 11.35, 11.35));
  }

  @Test
  void handlesConstantPredictorOfZeroOrOne() {
    Map<String, Double> constant = Map.of("class", 0.0, "digit", 1.0);

    assertThat(tasks(beside(cell(0.0, 1.0), constant, 100))).containsExactly("class", "digit");
    assertThat(tasks(beside(cell(0.01, 1.0), constant, 100))).containsExactly("digit");
  }

  @Test
  void ignoresRecordsWithoutConstantPredictor() {
    assertThat(collapses(cell(0, 0).done())).isEmpty();
    assertThat(tasks(beside(cell(0, 0), Map.of("digit", 0.1), 100))).containsExactly("digit");
  }
}
