package org.mtlbench.reports.charts;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;

/**
 * The selection score of each row by epoch of the training of the reported model, as a mean over
 * seeds. Of rows that train one network per task, epochs with the same number belong together.
 *
 * @param byRow one value per epoch by the id of the row's first cell; NaN where a seed or a network
 *     has none
 * @param complete whether every finished seed was read
 */
record MethodCurves(Map<String, List<Double>> byRow, boolean complete) {
  // Reading a thousand files of events would dominate the time of a report.
  private static final int MAX_CELLS = 200;

  MethodCurves {
    byRow = Map.copyOf(byRow);
  }

  /** The curve of the row with a cell; empty if there is none. */
  List<Double> of(String cell) {
    return byRow.getOrDefault(cell, List.of());
  }

  /** Reads the events of the rows with a result; of large runs, only those of the first seeds. */
  static MethodCurves read(RunFolder folder, Rows rows) throws IOException {
    boolean complete = rows.results().results().size() <= MAX_CELLS;
    Map<String, List<Double>> byRow = new HashMap<>();
    int cells = 0;
    for (SeedGroup group : rows.groups()) {
      List<List<Double>> seeds = new ArrayList<>();
      for (Outcome outcome : group.outcomes()) {
        if (outcome.result().isPresent() && cells < MAX_CELLS && (complete || seeds.isEmpty())) {
          cells++;
          List<Event> events =
              new EventReader(folder.eventFile(outcome.cell().id())).readAll().events();
          seeds.add(curve(TrainingHistory.of(events), outcome.result().orElseThrow().phases()));
        }
      }
      List<Double> mean = mean(seeds);
      if (mean.stream().anyMatch(Double::isFinite)) {
        byRow.put(group.cell().id(), mean);
      }
    }
    return new MethodCurves(byRow, complete);
  }

  /** The mean of several curves, as long as the longest one; NaN where one has no value. */
  private static List<Double> mean(List<List<Double>> curves) {
    int longest = curves.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, longest)
        .mapToObj(
            epoch ->
                curves.stream()
                    .mapToDouble(curve -> epoch < curve.size() ? curve.get(epoch) : Double.NaN)
                    .average()
                    .orElse(Double.NaN))
        .toList();
  }

  /** The curve of a cell: the mean over the networks that its phases train. */
  private static List<Double> curve(TrainingHistory history, List<PhaseRecord> phases) {
    Map<String, String> networks = networks(phases);
    Map<String, List<Double>> byNetwork = new LinkedHashMap<>();
    for (Event.EpochEnded epoch : history.epochs()) {
      Optional.ofNullable(networks.get(epoch.phase()))
          .ifPresent(
              network ->
                  byNetwork
                      .computeIfAbsent(network, ignored -> new ArrayList<>())
                      .add(epoch.selection().orElse(Double.NaN)));
    }
    return mean(List.copyOf(byNetwork.values()));
  }

  /**
   * The reported network that each phase trains. In records of earlier versions, which do not
   * contain it, each main phase trains a network of its own.
   */
  private static Map<String, String> networks(List<PhaseRecord> phases) {
    boolean unknown = phases.stream().allMatch(phase -> phase.trains().isEmpty());
    Map<String, String> networks = new HashMap<>();
    for (PhaseRecord phase : phases) {
      if (unknown && phase.kind() == PhaseKind.MAIN) {
        networks.put(phase.name(), phase.name());
      }
      phase.trains().ifPresent(network -> networks.put(phase.name(), network));
    }
    return networks;
  }

  /** The last value of a curve. */
  static OptionalDouble last(List<Double> curve) {
    return curve.stream()
        .filter(Double::isFinite)
        .mapToDouble(Double::doubleValue)
        .reduce((first, second) -> second);
  }
}
