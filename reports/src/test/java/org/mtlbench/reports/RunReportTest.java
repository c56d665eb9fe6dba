package org.mtlbench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.charts.DrawnCharts;
import org.mtlbench.reports.fixtures.ChartRun;
import org.mtlbench.reports.fixtures.MixedRun;
import org.mtlbench.reports.fixtures.UnequalRun;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.tables.TableKind;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.json.CorruptRecordException;

class RunReportTest {
  @TempDir Path folder;

  @Test
  void rowHasScoresOverSeeds() throws IOException {
    RunReport report = RunReport.read(MixedRun.write(folder, true, 4).root());
    assertThat(report.datasets()).containsExactly("mixed");
    assertThat(report.rows())
        .extracting(ResultRow::label, ResultRow::singleTask, ResultRow::planned)
        .containsExactly(tuple("STL", true, 1), tuple("MGDA", false, 2), tuple("UW", false, 2));
    ResultRow uw = report.rows().get(2);
    assertThat(uw.results()).extracting(CellRecord::seed).containsExactly(0L, 1L);
    Score rmse = uw.score("size", "rmse").orElseThrow();
    assertThat(rmse.mean()).isCloseTo(1.01, within(1e-12));
    // t(0.975, 1) s / sqrt(2) = 12.706 * 0.01
    assertThat(rmse.value().halfWidth().orElseThrow()).isCloseTo(0.12706, within(1e-5));
    assertThat(rmse).hasToString("1.010 ± 0.127 cm");
    assertThat(uw.scores()).hasSize(5);
    assertThat(uw.score("size", "accuracy")).isEmpty();
    assertThat(uw).hasToString("mlp / UW: " + uw.headline().orElseThrow());
  }

  /** Delta_m of UW: (0 %, +49.5 %, -1.3 %), of MGDA (5 %, -10.25 %, 4 %). */
  @Test
  void bestRowHasBestHeadline() throws IOException {
    RunReport report = RunReport.read(MixedRun.write(folder, true, 4).root());
    ResultRow best = report.best("mixed").orElseThrow();
    assertThat(best.label()).isEqualTo("UW");
    Score headline = best.headline().orElseThrow();
    assertThat(headline.name()).startsWith("Δm");
    assertThat(headline.mean()).isCloseTo((49.5 - 4.0 / 3) / 3, within(1e-9));
    assertThat(report.best("other")).isEmpty();
  }

  @Test
  void bestRowIsMarkedInTables() throws IOException {
    RunReport report = RunReport.read(UnequalRun.write(folder).root());
    ResultRow best = report.best("cifar10mnist-synthetic").orElseThrow();
    List<Row> marked =
        report.tables(TableKind.PAPER).stream()
            .map(Table::rows)
            .flatMap(List::stream)
            .filter(
                row ->
                    row.entries().stream()
                        .anyMatch(entry -> entry.style() == Style.BEST_OF_DATASET))
            .toList();
    assertThat(marked).hasSize(1);
    assertThat(marked.get(0).cells()).contains(best.cell().id());
    assertThat(best.singleTask()).isFalse();
    assertThat(best.flags()).contains(Flag.SYNTHETIC_DATA);
  }

  @Test
  void hasNoBestRowOrTestsIfEpochsDiffer() throws IOException {
    RunReport report = RunReport.read(UnequalRun.write(folder).root());
    assertThat(report.best("multimnist-synthetic")).isEmpty();
    assertThat(report.tests())
        .isNotEmpty()
        .allSatisfy(
            test -> {
              assertThat(test.first().dataset()).isEqualTo("cifar10mnist-synthetic");
              assertThat(test.second().dataset()).isEqualTo("cifar10mnist-synthetic");
              assertThat(test.difference().n()).isEqualTo(2);
              assertThat(test.difference().mean())
                  .isCloseTo(
                      test.second().headline().orElseThrow().mean()
                          - test.first().headline().orElseThrow().mean(),
                      within(1e-9));
            });
  }

  @Test
  void writesDocumentsAndChartsIntoAnotherFolder() throws IOException {
    Path run = folder.resolve("run");
    RunReport report = RunReport.read(ChartRun.everything(run).root());
    Path out = folder.resolve("out");
    assertThat(report.write(out, ReportFormat.MARKDOWN, ReportFormat.LATEX))
        .startsWith(out.resolve("report.md"), out.resolve("report.tex"))
        .contains(out.resolve("table-paper.tex"))
        .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertThat(out.resolve("charts")).doesNotExist();
    DrawnCharts charts = report.writeCharts(out);
    assertThat(charts.drawn()).isNotEmpty();
    assertThat(charts.drawn().keySet())
        .allSatisfy(name -> assertThat(out.resolve("charts").resolve(name + ".svg")).exists());
    assertThat(report.lines(80)).isNotEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(run.resolve("report.md")).doesNotExist();
  }

  @Test
  void rejectsFolderWithoutRun() {
    assertThatThrownBy(() -> RunReport.read(folder))
        .isInstanceOf(CorruptRecordException.class)
        .hasMessageContaining("run.json is missing");
  }
}
