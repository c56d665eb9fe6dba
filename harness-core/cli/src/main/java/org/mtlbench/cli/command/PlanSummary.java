package org.mtlbench.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.mtlbench.cli.option.Preparation;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.device.SlotRule;
import org.mtlbench.engine.matrix.TrainingSpec;
import org.mtlbench.engine.plan.CellSearch;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plan.ShardAssignment;
import org.mtlbench.reports.terminal.LineBreaks;

/** Summarises a planned run in a few sentences. */
final class PlanSummary {
  /** Lower loads are not distinguished from those of the measurement itself. */
  private static final double MIN_LOAD = 1.2;

  private PlanSummary() {}

  /** The summary, wrapped to the width of the terminal. */
  static List<String> lines(Preparation.Prepared prepared, int threads, Path out) {
    return sentences(prepared, threads, out).stream()
        .flatMap(sentence -> LineBreaks.hanging(sentence, Invocation.columns()).stream())
        .toList();
  }

  private static List<String> sentences(Preparation.Prepared prepared, int threads, Path out) {
    List<CellSpec> planned = prepared.plan().cells().stream().map(PlannedCell::spec).toList();
    List<CellSpec> cells = prepared.mine().cells().stream().map(PlannedCell::spec).toList();
    return List.of(
        prepared.plan().name()
            + ": "
            + prepared.part().map(part -> shard(part, planned.size())).orElse("")
            + Formatting.count(cells.size(), "cell")
            + " ("
            + Formatting.count(distinct(cells, CellSpec::dataset), "dataset")
            + ", "
            + Formatting.count(distinct(cells, CellSpec::architecture), "architecture")
            + ", "
            + Formatting.count(distinct(cells, CellSpec::label), "method")
            + ", "
            + Formatting.count(distinct(cells, CellSpec::seed), "seed")
            + ")"
            + length(prepared.plan(), planned.get(0).budget())
            + planned.get(0).search().map(PlanSummary::search).orElse(""),
        prepared.device() + " with " + prepared.devices().reason(),
        (prepared.slotRule() == SlotRule.DEVICE_MEMORY ? "1 per GPU, if memory allows up to " : "")
            + Formatting.count(prepared.slots(), "slot")
            + " of "
            + Formatting.count(threads, "thread")
            + ", "
            + Formatting.range(prepared.timeRange())
            + " in all; results in "
            + out,
        basis(prepared.throughput()));
  }

  /** What the estimates of the time are based on. */
  private static String basis(Throughput throughput) {
    return "times are estimates within a factor of 2, from the operations of the networks and the"
        + " speed of this machine in a test of 0.15 s"
        + (throughput.load() < MIN_LOAD
            ? ""
            : String.format(
                Locale.ROOT,
                "; other processes slowed the test by a factor of %.1f: the lowest time is without"
                    + " them",
                throughput.load()));
  }

  /** Describes the common training, or the budget if methods have their own protocols. */
  private static String length(Plan plan, double budget) {
    JsonNode training = plan.matrix().path(TrainingSpec.AT);
    if (training.isMissingNode()) {
      return ", budget " + budget;
    }
    JsonNode schedule = training.get("schedule");
    return ", "
        + Formatting.count(training.get("epochs").intValue(), "epoch")
        + " each, batches of "
        + training.get("batch-size")
        + ", "
        + (schedule.isTextual() ? schedule.textValue() : schedule.fieldNames().next())
        + " schedule"
        + (training.has("last-epochs")
            ? ", test scores of the last " + training.get("last-epochs") + " epochs"
            : "")
        + (budget == 1 ? "" : ", budget " + budget);
  }

  private static String shard(ShardAssignment part, int planned) {
    return "shard " + part.shard() + " of " + Formatting.count(planned, "cell") + ": ";
  }

  private static String search(CellSearch search) {
    List<String> keys = new ArrayList<>();
    search.over().fieldNames().forEachRemaining(keys::add);
    return ", each tuned by "
        + Formatting.count(search.trials().size(), "trial")
        + " over "
        + String.join(", ", keys)
        + (search.budget() == 1 ? "" : " with " + search.budget() + " of the budget");
  }

  private static long distinct(List<CellSpec> cells, Function<CellSpec, ?> part) {
    return cells.stream().map(part).distinct().count();
  }
}
