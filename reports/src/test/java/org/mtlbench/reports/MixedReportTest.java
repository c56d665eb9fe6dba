package org.mtlbench.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtlbench.reports.fixtures.MixedRun;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Row;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Headline;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.reports.tables.PaperTable;
import org.mtlbench.reports.tables.TableKind;

/** Tasks of different kinds: nothing is dropped, no units are mixed. */
class MixedReportTest {
  private static final List<String> METRICS =
      List.of("kind Accuracy", "kind Macro F1", "size RMSE", "size R2", "tags AUC");

  @TempDir Path root;

  private String write(boolean singleTask, String file) throws IOException {
    ReportWriter.write(ReportRequest.everything(MixedRun.write(root, singleTask, 4)));
    return Files.readString(root.resolve(file));
  }

  private Rows rows(boolean singleTask, double constantRmse) throws IOException {
    return Rows.of(RunResults.read(MixedRun.write(root, singleTask, constantRmse)));
  }

  private static Entry entry(Table table, int row, String column) {
    Row found = table.rows().get(row);
    return table.entry(found, column).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.md", "report.html", "report.tex"})
  void everyMetricOfEveryTaskIsShown(String file) throws IOException {
    for (boolean singleTask : new boolean[] {true, false}) {
      assertThat(write(singleTask, file)).contains(METRICS);
    }
  }

  @Test
  void formatsValuesWithMetricDecimals() throws IOException {
    Table table = PaperTable.of(rows(true, 4));

    assertThat(table.columns())
        .extracting(column -> column.header())
        .contains("kind Accuracy %", "size RMSE cm", "size R2", "tags AUC %");
    assertThat(entry(table, 0, "accuracy-task1").text()).isEqualTo("80.00");
    assertThat(entry(table, 0, "rmse-task2").text()).isEqualTo("2.000");
    assertThat(entry(table, 0, "r2-task2").text()).isEqualTo("0.500");
    assertThat(entry(table, 0, "auc-task3").text()).isEqualTo("75.00");
    assertThat(table.indexOf("accuracy-mean")).as("a mean over different metrics").isEmpty();
  }

  /**
   * By hand: MGDA (84/80 - 1 - (2.205/2 - 1) + 78/75 - 1) / 3, UW (0 + (1 - 1.01/2) - 1/75) / 3.
   */
  @Test
  void headlineIsDeltaMWithSingleTaskLearning() throws IOException {
    Rows rows = rows(true, 4);
    Table table = PaperTable.of(rows);

    assertThat(rows.headlineOf("mixed").kind()).isEqualTo(Headline.Kind.DELTA_M);
    assertThat(entry(table, 0, "delta-m").value().orElseThrow()).isZero();
    assertThat(entry(table, 1, "delta-m").value().orElseThrow())
        .isCloseTo(100 * (0.05 - 0.1025 + 0.04) / 3, within(1e-9));
    assertThat(entry(table, 2, "delta-m").value().orElseThrow())
        .isCloseTo(100 * (0.495 - 1.0 / 75) / 3, within(1e-9));
    assertThat(entry(table, 2, "delta-m").style()).isEqualTo(Style.BEST_OF_DATASET);
    assertThat(entry(table, 1, "delta-m").style()).isNotEqualTo(Style.BEST_OF_DATASET);
  }

  /** By hand: MGDA ((84-40)/60 + (4-2.205)/4 + 28/50) / 3. */
  @Test
  void headlineIsMeanSkillWithoutSingleTaskLearning() throws IOException {
    Rows rows = rows(false, 4);
    Table table = PaperTable.of(rows);

    assertThat(rows.headlineOf("mixed").kind()).isEqualTo(Headline.Kind.SKILL);
    assertThat(entry(table, 0, "mean-skill").value().orElseThrow())
        .isCloseTo((0.44 / 0.6 + 1.795 / 4 + 0.28 / 0.5) / 3, within(1e-9));
    assertThat(entry(table, 1, "mean-skill").style()).isEqualTo(Style.BEST_OF_DATASET);
  }

  @Test
  void notesUndefinedSkillIfConstantPredictorIsIdeal() throws IOException {
    Table table = PaperTable.of(rows(false, 0));

    assertThat(entry(table, 0, "mean-skill").isMissing()).isTrue();
    assertThat(table.common().notes())
        .contains("skill undefined: the constant predictor of size is ideal");
  }

  @Test
  void ranksUseMetricDirection() throws IOException {
    Table table = TableKind.TASKS.of(rows(true, 4)).get(0);

    // STL 2.5, 2, 2; MGDA 1, 3, 1; UW 2.5, 1, 3
    assertThat(entry(table, 0, "mean-rank").value().orElseThrow()).isCloseTo(6.5 / 3, within(1e-9));
    assertThat(entry(table, 1, "mean-rank").value().orElseThrow()).isCloseTo(5.0 / 3, within(1e-9));
    assertThat(entry(table, 2, "mean-rank").value().orElseThrow()).isCloseTo(6.5 / 3, within(1e-9));
    assertThat(entry(table, 2, "change-task2").value().orElseThrow()).isCloseTo(49.5, within(1e-9));
  }

  @Test
  void findingsNameHeadline() throws IOException {
    assertThat(write(true, "report.md"))
        .contains("best multi-task row **mlp / UW** with Δm (mean change against single-task");
    assertThat(write(false, "report.md"))
        .contains("best multi-task row **mlp / UW** with mean skill");
  }

  @Test
  void longCsvFilesContainEveryScore() throws IOException {
    List<String> metrics = write(true, "metrics.csv").lines().toList();
    List<String> curves = Files.readAllLines(root.resolve("curves.csv"));

    assertThat(metrics.get(0))
        .isEqualTo("id,dataset,architecture,method,label,seed,split,task,metric,value");
    // 5 cells, 4 splits, 5 metrics
    assertThat(metrics).hasSize(1 + 5 * 4 * 5);
    assertThat(metrics).contains("abc00000,mixed,mlp,stl,STL,0,test,size,rmse,2.0");
    assertThat(metrics).contains("abc00000,mixed,mlp,stl,STL,0,constant-test,tags,auc,0.5");
    assertThat(curves.get(0)).isEqualTo("id,phase,epoch,task,metric,value");
    // 5 cells, 3 epochs, 3 losses and 5 metrics
    assertThat(curves).hasSize(1 + 5 * 3 * 8);
    assertThat(curves).contains("abc00000,train,2,size,rmse,2.0");
  }

  @Test
  void chartsNameMetricsAndUnits() throws IOException {
    String page = write(true, "report.html");

    assertThat(page).contains("Validation RMSE (cm)", "Validation accuracy (%)", "Validation R2");
    assertThat(page).contains("Validation skill, mean over the tasks");
    assertThat(page).doesNotContain("Mean test accuracy");
    assertThat(Files.readString(root.resolve("charts/tasks-mixed.svg")))
        .as("a line for the task and one for its metric")
        .contains(">kind</text>", ">Accuracy (%)</text>", ">RMSE (cm)</text>", ">Δm (%)</text>");
    assertThat(Files.readString(root.resolve("charts/curves/abc00000.svg")))
        .as("the task in the legends of the loss, RMSE and R2")
        .containsSubsequence(">size</text>", ">size</text>", ">size</text>");
  }

  private Table table(TableKind kind, String id) throws IOException {
    Rows rows = Rows.of(RunResults.read(MixedRun.besideScenes(root, true)));
    return kind.of(rows).stream().filter(table -> table.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> scores(Table table) {
    return table.columns().stream()
        .filter(column -> column.id().matches(".*-task[0-9]"))
        .map(column -> column.header())
        .toList();
  }

  @Test
  void hasOneTablePerDatasetForDifferentMetrics() throws IOException {
    Table mixed = table(TableKind.PAPER, "paper-mixed");
    Table scenes = table(TableKind.PAPER, "paper-scenes");

    assertThat(mixed.title()).isEqualTo("Results: mixed");
    assertThat(scores(mixed))
        .containsExactly(
            "kind Accuracy %", "kind Macro F1 %", "size RMSE cm", "size R2", "tags AUC %");
    assertThat(mixed.indexOf("delta-m")).isPresent();
    assertThat(mixed.indexOf("mean-skill")).isEmpty();
    assertThat(scenes.title()).isEqualTo("Results: scenes");
    assertThat(scores(scenes)).containsExactly("ground mIoU %", "depth RMSE cm");
    assertThat(scenes.indexOf("mean-skill")).isPresent();
    assertThat(scenes.indexOf("delta-m")).isEmpty();
    for (Table table : List.of(mixed, scenes)) {
      assertThat(table.rows()).hasSize(2);
      assertThat(table.rows())
          .flatExtracting(Row::entries)
          .as("dashes")
          .noneMatch(Entry::isMissing);
      assertThat(table.captions()).noneMatch(text -> text.raw().contains("Tasks in their order"));
    }
  }

  @Test
  void showsChangesOnlyWithSingleTaskBaseline() throws IOException {
    Table mixed = table(TableKind.TASKS, "tasks-mixed");
    Table scenes = table(TableKind.TASKS, "tasks-scenes");

    assertThat(mixed.title()).isEqualTo("Tasks against single-task learning: mixed");
    assertThat(entry(mixed, 1, "change-task2").value().orElseThrow()).isCloseTo(50, within(1e-9));
    assertThat(scenes.title()).isEqualTo("Tasks: scenes");
    assertThat(scenes.columns())
        .extracting(column -> column.header())
        .containsExactly(
            "Dataset",
            "Architecture",
            "Method",
            "Preference",
            "Seeds",
            "ground mIoU %",
            "depth RMSE cm",
            "Mean rank",
            "Notes");
    assertThat(scenes.captions()).noneMatch(text -> text.raw().contains("single-task"));
  }

  @Test
  void everyFormatHasAllTables() throws IOException {
    ReportWriter.write(ReportRequest.everything(MixedRun.besideScenes(root, true)));

    for (String file : List.of("report.md", "report.html", "report.tex")) {
      assertThat(Files.readString(root.resolve(file)))
          .as(file)
          .contains("Results: mixed", "Results: scenes", "Tasks: scenes")
          .doesNotContain("Task 1");
    }
    assertThat(Files.readAllLines(root.resolve("table-paper-scenes.csv")).get(0))
        .contains(",miou-task1,rmse-task2,mean-skill,");
    assertThat(root.resolve("table-tasks-mixed.csv")).exists();
    assertThat(root.resolve("table-paper.csv")).doesNotExist();
    assertThat(Files.readString(root.resolve("tables.jsonl")))
        .contains("\"table\":\"paper-mixed\"", "\"table\":\"paper-scenes\"");
    assertThat(Files.readString(root.resolve("report.html")))
        .containsSubsequence(
            "id=\"paper-mixed\"", "id=\"paper-scenes\"", "id=\"charts\"", "id=\"tasks-mixed\"");
  }

  @Test
  void datasetWithoutResultHasItsOwnTable() throws IOException {
    Rows rows = Rows.of(RunResults.read(MixedRun.besideScenes(root, false)));

    assertThat(TableKind.PAPER.of(rows))
        .extracting(Table::id)
        .containsExactly("paper-mixed", "paper-scenes");
  }

  @Test
  void comparesRunsBySkill() throws IOException {
    Path other = root.resolve("other");
    ReportFiles files =
        ReportWriter.write(
            new ReportRequest(
                MixedRun.write(root, true, 4),
                root,
                EnumSet.of(ReportFormat.MARKDOWN),
                EnumSet.of(TableKind.PAPER),
                List.of(MixedRun.write(other, false, 4)),
                Rows.DEFAULT_ROPE));
    Table table = files.report().comparison().orElseThrow().pairs().get(0);

    assertThat(table.columns())
        .extracting(column -> column.id())
        .contains("mean-skill-a", "difference-rmse-task2", "difference-mean-skill")
        .doesNotContain("delta-m-a");
    assertThat(entry(table, 1, "difference-mean-skill").value().orElseThrow()).isZero();
  }
}
