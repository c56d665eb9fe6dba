package org.mtlbench.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.PlannedCell;
import org.mtlbench.results.RunRecord;
import org.mtlbench.results.folder.RunFolder;

/** Which cells of a run folder are planned and have not ended, in words. */
final class MissingCells {
  private static final int MOST = 20;

  private MissingCells() {}

  /** A heading, a line for each of the first, and the command to go on with; none if none is. */
  static List<String> of(RunFolder folder) throws IOException {
    RunRecord run = folder.readRun();
    Set<String> ended =
        folder.readCells().cells().stream().map(CellRecord::id).collect(Collectors.toSet());
    List<PlannedCell> missing =
        run.cells().stream().filter(cell -> !ended.contains(cell.id())).toList();
    if (missing.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("missing: " + missing.size() + " of " + Words.count(run.cells().size(), "cell"));
    missing.stream().limit(MOST).map(MissingCells::line).forEach(lines::add);
    if (missing.size() > MOST) {
      lines.add("  ... and " + (missing.size() - MOST) + " more");
    }
    run.command().ifPresent(command -> lines.add("to go on: " + command));
    return lines;
  }

  private static String line(PlannedCell cell) {
    return "  "
        + String.join(
            " | ", cell.label(), cell.architecture(), cell.dataset(), "seed " + cell.seed());
  }
}
