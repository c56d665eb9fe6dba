package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plan.PluginChoice;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.results.TaskValues;
import org.mtlbench.results.event.Event;
import org.mtlbench.spi.method.Budget;
import org.mtlbench.spi.method.Phase;

class ProgressTest {
  private static final List<Phase> PHASES =
      List.of(
          Phase.of("search", Phase.Kind.SEARCH, 10, 1, Budget.FULL),
          Phase.of("retrain", Phase.Kind.MAIN, 15, 2, Budget.FULL));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void plainLinesGiveTheLastEpochOfAPhaseAndSomeOfTheOthers() {
    PlannedCell cell = cell("0123456789abcdef", 80);
    try (Progress lines =
        new ProgressLines(1, new PrintWriter(out, true), new PrintWriter(err, true))) {
      lines.begun(2, 1, Collections.nCopies(5, cell));
      lines.cellStarted(cell);
      for (int epoch = 1; epoch <= 10; epoch++) {
        lines.reported(cell, epoch("search", epoch, 10));
      }
      lines.warned("a torn line");
    }
    assertThat(out.toString().lines().map(line -> line.replaceFirst("^\\d\\d:\\d\\d:\\d\\d ", "")))
        .containsExactly(
            "2 done already, 5 cells to run, 1 of them again, for they failed or code or data"
                + " changed since",
            "started Ours | hps | digits | seed 3",
            "Ours | hps | digits | seed 3: search 10/10, 75.0 % on validation, SR 20.0 %,"
                + " cap 40.0 %");
    assertThat(err.toString()).isEqualTo("warning: a torn line" + System.lineSeparator());
  }

  @Test
  void whatIsTakenOverFromAnotherCellIsSaid() {
    PlannedCell cell = cell("0123456789abcdef", 80);
    TaskValues accuracy = TaskValues.of(List.of("left"), new double[] {0.75});
    try (Progress lines =
        new ProgressLines(1, new PrintWriter(out, true), new PrintWriter(err, true))) {
      lines.reported(
          cell,
          new Event.PhaseReused("teacher left", "00000000000000aa", "fedcba9876543210", accuracy));
    }
    assertThat(out.toString())
        .endsWith(
            "Ours | hps | digits | seed 3: teacher left taken over from cell fedcba9876543210,"
                + " 75.0 % on validation"
                + System.lineSeparator());
  }

  @Test
  void theTableOfAPlanShowsThePhasesOfASearchTogether() {
    Budget half = new Budget(0.5);
    PlannedCell searched =
        new PlannedCell(
            cell("0123456789abcdef", 80).spec(),
            List.of(
                Phase.of("weights 1/2 (0, 1)", Phase.Kind.SEARCH, 10, 1, half),
                Phase.of("weights 2/2 (1, 0)", Phase.Kind.SEARCH, 10, 1, half),
                Phase.of("train", Phase.Kind.MAIN, 3, 1, Budget.FULL)),
            80);
    assertThat(PlanTable.of(List.of(searched))).contains("| weights 2 x 5 of 10, train 3 |");
  }

  @Test
  void theAreaStaysAtTheBottom() {
    BottomArea area = new BottomArea(new PrintWriter(out), 12, 2);
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
  void theLiveViewCountsCellsAndShowsEachAtWork() {
    PlannedCell one = cell("0123456789abcdef", 80);
    PlannedCell two = cell("fedcba9876543210", 20);
    try (Progress live = new LiveProgress(3, 2, new PrintWriter(out), 120, 24)) {
      live.begun(1, 0, List.of(one, two));
      live.cellStarted(one);
      live.cellStarted(two);
      live.reported(one, epoch("search", 5, 10));
    }
    assertThat(out.toString())
        .contains(
            "1 done already, 2 cells to run",
            "1 done, 2 running, 0 failed",
            "Ours | hps | digits | seed 3  13 % [==          ] search 5/10, 75.0 %, about",
            " left",
            "] starting")
        .endsWith("\u001b[J");
  }

  @Test
  void eventsAreOneJsonObjectALine() throws IOException {
    PlannedCell cell = cell("0123456789abcdef", 80);
    Path folder = Path.of("runs", "here");
    try (Progress json = new JsonProgress(1, new PrintWriter(out))) {
      json.begun(2, 0, List.of(cell));
      json.cellStarted(cell);
      json.reported(cell, epoch("search", 1, 10));
      json.warned("a \"torn\" line");
      json.finished(new RunOutcome(3, 0, 0, false), folder, "3 cells done");
    }
    List<JsonNode> lines = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      lines.add(JsonMapper.builder().build().readTree(line));
    }
    assertThat(lines)
        .extracting(line -> line.get("event").textValue())
        .containsExactly("run-begun", "cell-started", "cell-reported", "warning", "run-ended");
    assertThat(lines).allSatisfy(line -> assertThat(line.get("time").asText()).contains("T"));
    assertThat(lines.get(0).get("schema").intValue()).isEqualTo(1);
    assertThat(lines.get(0).at("/cells/0/label").textValue()).isEqualTo("Ours");
    assertThat(lines.get(0).at("/cells/0/estimated-seconds").doubleValue()).isEqualTo(80);
    assertThat(lines.get(2).at("/report/event").textValue()).isEqualTo("epoch-ended");
    assertThat(lines.get(2).at("/report/mean-accuracy").doubleValue()).isEqualTo(0.75);
    assertThat(lines.get(2).get("share").doubleValue()).isEqualTo(1 / 40.0);
    assertThat(lines.get(3).get("text").textValue()).isEqualTo("a \"torn\" line");
    assertThat(lines.get(4).get("folder").textValue()).isEqualTo(folder.toString());
  }

  private static PlannedCell cell(String id, double seconds) {
    CellSpec spec = new CellSpec(id, "Ours", choice("digits"), choice("hps"), choice("ours"), 3, 1);
    return new PlannedCell(spec, PHASES, seconds);
  }

  private static PluginChoice choice(String id) {
    return new PluginChoice(id, JsonNodeFactory.instance.objectNode());
  }

  private static Event.EpochEnded epoch(String phase, int epoch, int epochs) {
    return new Event.EpochEnded(
        phase,
        epoch,
        epochs,
        TaskValues.none(),
        TaskValues.none(),
        Optional.of(0.75),
        Map.of("sr", 0.2, "cap", 0.4),
        1,
        true,
        true,
        Optional.empty());
  }
}
