package org.mtlbench.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.cli.command.PlanTable;
import org.mtlbench.engine.cost.TimeRange;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.engine.run.RunStart;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.score.MetricRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskRecord;
import org.mtlbench.results.score.TaskValues;

class ProgressTest {
  private static final List<Phase> PHASES =
      List.of(
          Phase.of("search", Phase.Kind.SEARCH, 10, 1, Budget.FULL),
          Phase.of("retrain", Phase.Kind.MAIN, 15, 2, Budget.FULL));

  private static final Map<String, List<TaskRecord>> DIGITS =
      Map.of(
          "digits",
          List.of(new TaskRecord("left", "10 classes", "nll", List.of(MetricRecord.ACCURACY))));

  private static final TimeRange ESTIMATE = new TimeRange(60, 240);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String rendered = "";

  @Test
  void linesShowLastEpochOfPhaseAndSomeOthers() {
    PlannedCell cell = cell("0123456789abcdef", 80);
    try (Progress lines =
        new ProgressLines(1, new PrintWriter(out, true), new PrintWriter(err, true))) {
      lines.begun(
          new RunStart(
              Collections.nCopies(2, cell), 0, 1, Collections.nCopies(5, cell), DIGITS, Map.of()));
      lines.cellStarted(cell);
      for (int epoch = 1; epoch <= 10; epoch++) {
        lines.reported(cell, epoch("search", epoch, 10));
      }
      lines.warned("a torn line");
    }
    assertThat(out.toString().lines().map(line -> line.replaceFirst("^\\d\\d:\\d\\d:\\d\\d ", "")))
        .containsExactly(
            "2 of 7 cells done, 0 resume from a checkpoint, 5 start",
            "1 cell runs again: failed before, or code or data changed since",
            "started Ours | hps | digits | seed 3",
            "Ours | hps | digits | seed 3: search 10/10, validation accuracy 75.00 %, SR 20.0 %,"
                + " cap 40.0 %");
    assertThat(err.toString()).isEqualTo("warning: a torn line" + System.lineSeparator());
  }

  @Test
  void reportsReusedPhases() {
    PlannedCell cell = cell("0123456789abcdef", 80);
    Scores accuracy = Scores.of("accuracy", TaskValues.of(List.of("left"), new double[] {0.75}));
    try (Progress lines =
        new ProgressLines(1, new PrintWriter(out, true), new PrintWriter(err, true))) {
      lines.begun(new RunStart(List.of(), 0, 0, List.of(cell), DIGITS, Map.of()));
      lines.reported(
          cell,
          new Event.PhaseReused("teacher left", "00000000000000aa", "fedcba9876543210", accuracy));
    }
    assertThat(out.toString())
        .endsWith(
            "Ours | hps | digits | seed 3: teacher left reused from cell fedcba9876543210,"
                + " validation accuracy 75.00 %"
                + System.lineSeparator());
  }

  @Test
  void planTableGroupsPhasesOfSearch() {
    Budget half = new Budget(0.5);
    PlannedCell searched =
        new PlannedCell(
            cell("0123456789abcdef", 80).spec(),
            "conv",
            List.of(),
            List.of(
                Phase.of("weights 1/2 (0, 1)", Phase.Kind.SEARCH, 10, 1, half),
                Phase.of("weights 2/2 (1, 0)", Phase.Kind.SEARCH, 10, 1, half),
                Phase.of("train", Phase.Kind.MAIN, 3, 1, Budget.FULL)),
            0,
            80);
    assertThat(PlanTable.of(List.of(searched), 100))
        .containsExactly(
            "digits / hps",
            "method  seed  epochs                           time  cell",
            "Ours       3  weights 2 x 5 of 10, train 3  1.3 min  0123456789abcdef",
            "");
  }

  @Test
  void statusLinesStayAtBottom() {
    StatusLines area = new StatusLines(new PrintWriter(out), 12, 2);
    area.above("begun");
    area.row(0).accept("50 % of everything");
    area.row(1).accept("a cell");
    area.above("cell done");
    area.row(1).close();
    area.close();
    String shown =
        out.toString()
            .replace(System.lineSeparator(), "$")
            .replace("\u001b[2K", "-")
            .replace("\u001b[J", "#")
            .replace("\u001b[1A", "^")
            .replace("\r", "<");
    assertThat(shown)
        .isEqualTo(
            "<#begun$"
                + "<-50 % of eve$-"
                + "<^-50 % of eve$-a cell"
                + "<^#cell done$-50 % of eve$-a cell"
                + "<^-50 % of eve$-"
                + "<^#");
  }

  @Test
  void liveViewShowsRunningCells() {
    assertThat(live(120))
        .contains(
            "1 of 3 cells done, 1 resumes from a checkpoint, 1 starts",
            "1 done, 2 running, 0 failed",
            " 13 % [==          ] Ours | seed 3: search 5/10, validation accuracy 75.00 %, about",
            " left",
            "] Ours | seed 4: starting")
        .endsWith("\u001b[J");
  }

  @Test
  void narrowTerminalOmitsBarsOfCells() {
    assertThat(live(80))
        .contains(
            "1 done, 2 running, 0 failed, about",
            " 13 % Ours | seed 3: search 5/10, validation accuracy 75.00 %, about",
            "  0 % Ours | seed 4: starting");
  }

  @Test
  void colouredLinesFitNarrowTerminal() {
    String plain = live(80);
    out.getBuffer().setLength(0);
    System.setProperty("mtlbench.colours.out", "true");
    try {
      assertThat(live(80)).contains("\u001b[36m=");
    } finally {
      System.clearProperty("mtlbench.colours.out");
    }
    assertThat(plain).doesNotContain("\u001b[36m");
    assertThat(out.toString().split("\\R|\r", -1))
        .allSatisfy(
            line -> assertThat(line.replaceAll("\\e\\[[0-9]*[A-Za-z]", "")).hasSizeLessThan(80));
  }

  @Test
  void showsPlannedTimeBeforeFirstEpoch() {
    assertThat(live(100, false)).contains("1 done, 2 running, 0 failed, 28 s to 1.8 min left");
  }

  private String live(int columns) {
    return live(columns, true);
  }

  /** A run of three cells: one is done, one resumes and may report an epoch, one starts. */
  private String live(int columns, boolean reporting) {
    PlannedCell one = cell("0123456789abcdef", 80);
    PlannedCell two = cell("fedcba9876543210", "Ours", "hps", "digits", 4, 20);
    PlannedCell kept = cell("00000000000000aa", "Ours", "hps", "digits", 5, 100);
    Map<String, Event.CellResumed> resuming =
        Map.of(one.spec().id(), new Event.CellResumed("search", 4));
    try (Progress live =
        new LiveProgress(List.of(one, two, kept), 2, ESTIMATE, new PrintWriter(out), columns, 24)) {
      live.begun(new RunStart(List.of(kept), 0, 0, List.of(one, two), DIGITS, resuming));
      live.cellStarted(one);
      live.cellStarted(two);
      if (reporting) {
        live.reported(one, epoch("search", 5, 10));
      }
    }
    return out.toString();
  }

  @Test
  void barOfResumedRunStartsAtCompletedShare() {
    // of 200 seconds 100 are done, and 4 of 40 parts of another 80
    Matcher share = Pattern.compile("(\\d+) % \\[").matcher(live(100, false));
    assertThat(share.find()).isTrue();
    assertThat(share.group(1)).isEqualTo("54");
  }

  @Test
  void namesCellsByTheirDifferences() {
    PlannedCell one = cell("01", "LS", "hps", "digits", 0, 1);
    PlannedCell two = cell("02", "LS", "mdmtn", "digits", 0, 1);
    PlannedCell three = cell("03", "LS", "hps", "digits", 1, 1);
    assertThat(CellNames.ofPlan(List.of(one)).of(one)).isEqualTo("LS");
    assertThat(CellNames.ofPlan(List.of(one, two)).of(two)).isEqualTo("LS | mdmtn");
    assertThat(CellNames.ofPlan(List.of(one, two, three)).of(three)).isEqualTo("LS | hps | seed 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "100; 50 % [======      ] Ours, sparse | mdmtn | digits-synthetic: retrain 15/30, about 3 s left",
        "83; 50 % Ours, sparse | mdmtn | digits-synthetic: retrain 15/30, about 3 s left",
        "70; 50 % Ours, sparse | mdmtn | digits-...: retrain 15/30, about 3 s left",
        "50; 50 % Ours, spar...: retrain 15/30, about 3 s left",
        "44; 50 % Ours, sparse | mdmtn...: retrain 15/30",
        "20; 50 % Ours, sparse |"
      })
  void narrowBarsOmitLeastEssentialPartsFirst(int width, String line) {
    BarRenderer renderer = new BarRenderer(12, false);
    renderer.say("retrain 15/30", ", about 3 s left");
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("Ours, sparse | mdmtn | digits-synthetic")
            .setInitialMax(2)
            .startsFrom(1, Duration.ZERO)
            .setConsumer(new StatusLines(new PrintWriter(out), 200, 1).row(0))
            .setRenderer(
                (state, length) -> {
                  rendered = renderer.render(state, width);
                  return rendered;
                })
            .build()) {
      bar.refresh();
    }
    assertThat(rendered.strip()).isEqualTo(line);
    assertThat(rendered.length()).isLessThanOrEqualTo(width);
  }

  @Test
  void omitsSparsityOfDenseMethods() {
    Event.EpochEnded dense = epoch("train", 1, 1, Map.of("sr", 0.0));
    PlannedCell cell = cell("0123456789abcdef", 80);
    ScoreText words = new ScoreText(DIGITS);
    assertThat(RunMessages.epoch(cell, dense, words))
        .isEqualTo("train 1/1, validation accuracy 75.00 %");
    Event.EpochEnded sparse = epoch("train", 1, 1, Map.of("sr", 0.0, "cap", 0.4));
    assertThat(RunMessages.epoch(cell, sparse, words)).endsWith("SR 0.0 %, cap 40.0 %");
  }

  @Test
  void doesNotAverageDifferentMetrics() {
    MetricRecord rmse =
        new MetricRecord("rmse", "RMSE", "cm", MetricRecord.Direction.LOWER, 0, false, 1, 1);
    TaskRecord size = new TaskRecord("size", "1 real number", "mse", List.of(rmse));
    TaskRecord left = DIGITS.get("digits").get(0);
    ScoreText mixed = new ScoreText(Map.of("mixed", List.of(left, size), "sizes", List.of(size)));
    Scores scores =
        new Scores(Map.of("left", Map.of("accuracy", 0.5), "size", Map.of("rmse", 12.25)));

    assertThat(mixed.headline("mixed", scores)).contains("left 50.00 %, size 12.3 cm");
    assertThat(mixed.headline("mixed", Scores.none())).isEmpty();
    assertThat(mixed.selection("mixed", scores, 0.25)).isEqualTo("skill 0.250");
    Scores size3 = new Scores(Map.of("size", Map.of("rmse", 3.0)));
    // a phase that trains one of the tasks has one metric
    assertThat(mixed.selection("mixed", size3, -3)).isEqualTo("RMSE 3.0 cm");
  }

  @Test
  void endingReportsRemainingCellsAndResumeCommand() {
    Path folder = Path.of("runs", "here");
    assertThat(RunEnding.lines(new RunOutcome(3, 0, 0, 0, 0, false), folder, "mtlbench run"))
        .containsExactly("3 cells done");
    assertThat(RunEnding.lines(new RunOutcome(2, 1, 0, 0, 0, false), folder, "mtlbench run"))
        .containsExactly("2 of 3 cells done, 1 failed", "retry failed cells: mtlbench run");
    assertThat(RunEnding.lines(new RunOutcome(5, 1, 0, 22, 2, true), folder, "mtlbench run"))
        .containsExactly(
            "interrupted: 5 of 28 cells done, 1 failed, 22 remaining (2 with a checkpoint)",
            "folder: " + folder,
            "results so far: mtlbench report " + folder,
            "resume: mtlbench run");
    assertThat(RunEnding.lines(new RunOutcome(0, 1, 0, 2, 0, false), folder, "mtlbench run").get(0))
        .isEqualTo("0 of 3 cells done, 1 failed, 2 remaining (0 with a checkpoint)");
  }

  @Test
  void interruptedRunReportsFolder() {
    Path folder = Path.of("runs", "here");
    assertThat(RunEnding.lines(new RunOutcome(3, 0, 0, 0, 0, true), folder, "mtlbench run"))
        .containsExactly(
            "interrupted: 3 of 3 cells done, 0 failed",
            "folder: " + folder,
            "results so far: mtlbench report " + folder);
    assertThat(RunEnding.lines(new RunOutcome(2, 1, 0, 0, 0, true), folder, "mtlbench run"))
        .endsWith("retry failed cells: mtlbench run");
  }

  @Test
  void countsDivergedCellsSeparatelyWithoutRetryCommand() {
    Path folder = Path.of("runs", "here");
    assertThat(RunEnding.lines(new RunOutcome(2, 0, 1, 0, 0, false), folder, "mtlbench run"))
        .containsExactly("2 of 3 cells done, 0 failed, 1 diverged");
    assertThat(RunEnding.lines(new RunOutcome(1, 1, 1, 0, 0, false), folder, "mtlbench run"))
        .containsExactly(
            "1 of 3 cells done, 1 failed, 1 diverged", "retry failed cells: mtlbench run");
    PlannedCell cell = cell("0123456789abcdef", 80);
    List<PlannedCell> kept = Collections.nCopies(3, cell);
    assertThat(RunMessages.begun(new RunStart(kept, 1, 0, List.of(), Map.of(), Map.of())))
        .containsExactly("2 of 3 cells done, 1 diverged, nothing to run");
    RunStart start = new RunStart(kept, 1, 0, List.of(cell), Map.of(), Map.of());
    assertThat(RunMessages.begun(start))
        .containsExactly("2 of 4 cells done, 1 diverged, 0 resume from a checkpoint, 1 starts");
    try (Progress live =
        new LiveProgress(
            List.of(cell, cell, cell, cell), 1, ESTIMATE, new PrintWriter(out), 120, 24)) {
      live.begun(start);
      live.cellStarted(cell);
    }
    assertThat(out.toString()).contains("2 done, 1 running, 0 failed, 1 diverged");
  }

  @Test
  void writesOneJsonObjectPerLine() throws IOException {
    PlannedCell cell = cell("0123456789abcdef", 80);
    Path folder = Path.of("runs", "here");
    try (Progress json = new JsonProgress(1, new PrintWriter(out), new PrintWriter(out))) {
      json.begun(
          new RunStart(
              Collections.nCopies(2, cell),
              0,
              0,
              List.of(cell),
              Map.of(),
              Map.of(cell.spec().id(), new Event.CellResumed("search", 0))));
      json.cellStarted(cell);
      json.reported(cell, epoch("search", 1, 10));
      json.warned("a \"torn\" line");
      json.finished(new RunOutcome(3, 0, 0, 0, 0, false), folder, List.of("3 cells done"));
    }
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      lines.add(JsonMapper.builder().build().readTree(line));
    }
    assertThat(lines)
        .extracting(line -> line.get("event").textValue())
        .containsExactly("run-begun", "cell-started", "cell-reported", "warning", "run-ended");
    assertThat(lines).allSatisfy(line -> assertThat(line.get("time").asText()).contains("T"));
    assertThat(lines.get(0).get("schema").intValue()).isEqualTo(2);
    assertThat(lines.get(0).get("kept").intValue()).isEqualTo(2);
    assertThat(lines.get(0).get("resuming").intValue()).isEqualTo(1);
    assertThat(lines.get(0).at("/cells/0/label").textValue()).isEqualTo("Ours");
    assertThat(lines.get(0).at("/cells/0/estimated-seconds").doubleValue()).isEqualTo(80);
    assertThat(lines.get(2).at("/report/event").textValue()).isEqualTo("epoch-ended");
    assertThat(lines.get(2).at("/report/selection").doubleValue()).isEqualTo(0.75);
    assertThat(lines.get(2).get("share").doubleValue()).isEqualTo(1 / 40.0);
    assertThat(lines.get(3).get("text").textValue()).isEqualTo("a \"torn\" line");
    assertThat(lines.get(4).get("folder").textValue()).isEqualTo(folder.toString());
  }

  private static PlannedCell cell(String id, double seconds) {
    return cell(id, "Ours", "hps", "digits", 3, seconds);
  }

  private static PlannedCell cell(
      String id, String label, String architecture, String dataset, long seed, double seconds) {
    CellSpec spec =
        new CellSpec(id, label, choice(dataset), choice(architecture), choice("ours"), seed, 1);
    return new PlannedCell(spec, "conv", List.of(), PHASES, 0, seconds);
  }

  private static PluginChoice choice(String id) {
    return new PluginChoice(id, JsonNodeFactory.instance.objectNode());
  }

  private static Event.EpochEnded epoch(String phase, int epoch, int epochs) {
    return epoch(phase, epoch, epochs, Map.of("sr", 0.2, "cap", 0.4));
  }

  private static Event.EpochEnded epoch(
      String phase, int epoch, int epochs, Map<String, Double> measures) {
    return new Event.EpochEnded(
        phase,
        epoch,
        epochs,
        TaskValues.none(),
        Scores.none(),
        Optional.of(0.75),
        measures,
        1,
        true,
        Optional.empty());
  }
}
