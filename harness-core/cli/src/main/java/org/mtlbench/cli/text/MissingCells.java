package org.mtlbench.cli.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.run.PlannedCell;
import org.mtlbench.results.run.RunRecord;

/** Counts the planned cells of a run folder that have not finished. */
public final class MissingCells {
  private MissingCells() {}

  /** The counts and the command that resumes the run; empty if all cells have finished. */
  public static List<String> of(RunFolder folder) throws IOException {
    RunRecord run = folder.readRun();
    Set<String> ended =
        folder.readCells().cells().stream().map(CellRecord::id).collect(Collectors.toSet());
    List<String> missing =
        run.cells().stream().map(PlannedCell::id).filter(id -> !ended.contains(id)).toList();
    if (missing.isEmpty()) {
      return List.of();
    }
    long checkpoints =
        missing.stream().filter(id -> folder.attempts(id).newestCheckpoint().isPresent()).count();
    List<String> lines = new ArrayList<>();
    lines.add(
        "remaining: "
            + missing.size()
            + " of "
            + Formatting.count(run.cells().size(), "cell")
            + " ("
            + checkpoints
            + " with a checkpoint)");
    run.command().ifPresent(command -> lines.add("resume: " + command));
    return lines;
  }
}
