package org.mtlbench.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.SecondsRecord;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.results.event.Event;

/** What happens in a run, in words. */
final class RunSentences {
  private RunSentences() {}

  /** A cell by what tells it apart. */
  static String name(PlannedCell cell) {
    CellSpec spec = cell.spec();
    return spec.label()
        + " | "
        + spec.architecture().id()
        + " | "
        + spec.dataset().id()
        + " | seed "
        + spec.seed();
  }

  static String begun(int kept, int again, int toRun) {
    return joined(
        List.of(
            Optional.of(kept + " done already").filter(text -> kept > 0),
            Optional.of(Words.count(toRun, "cell") + " to run"),
            Optional.of(again + " of them again, for they failed or code or data changed since")
                .filter(text -> again > 0)));
  }

  static String epoch(Event.EpochEnded epoch) {
    return joined(
        List.of(
            Optional.of(epoch.phase() + " " + epoch.epoch() + "/" + epoch.epochs()),
            epoch.meanAccuracy().map(mean -> Words.percent(mean) + " on validation"),
            epoch.sr().map(rate -> "SR " + Words.percent(rate)),
            epoch.cap().map(cap -> "cap " + Words.percent(cap))));
  }

  static String resumed(Event.CellResumed resumed) {
    return "goes on from its checkpoint, "
        + resumed.phase()
        + " after "
        + Words.count(resumed.epoch(), "epoch");
  }

  /** The same where there is little room. */
  static String shortEpoch(Event.EpochEnded epoch) {
    return joined(
        List.of(
            Optional.of(epoch.phase() + " " + epoch.epoch() + "/" + epoch.epochs()),
            epoch.meanAccuracy().map(Words::percent)));
  }

  static String retrying(PlannedCell cell, CellRecord record, int attempt, int retries) {
    return name(cell)
        + ": "
        + record.reason().orElse("")
        + "; will be tried again (attempt "
        + (attempt + 1)
        + " of "
        + (retries + 1)
        + ")";
  }

  static String ended(int ended, int cells, PlannedCell cell, CellRecord record) {
    return "[" + ended + "/" + cells + "] " + name(cell) + ": " + ended(record);
  }

  static String reused(Event.PhaseReused phase) {
    return joined(
        List.of(
            Optional.of(phase.phase() + " taken over from cell " + phase.cell()),
            Optional.of(phase.accuracy())
                .filter(accuracy -> !accuracy.isEmpty())
                .map(accuracy -> Words.percent(accuracy.mean()) + " on validation")));
  }

  static String ended(CellRecord record) {
    if (!record.hasResult()) {
      return record.status().word() + ": " + record.reason().orElse("");
    }
    return joined(
        List.of(
            record.test().map(test -> Words.percent(test.accuracy().mean()) + " on test"),
            record.sparsity().map(SparsityRecord::sr).map(rate -> "SR " + Words.percent(rate)),
            record.seconds().map(SecondsRecord::total).map(Words::duration)));
  }

  private static String joined(List<Optional<String>> parts) {
    return parts.stream().flatMap(Optional::stream).collect(Collectors.joining(", "));
  }
}
