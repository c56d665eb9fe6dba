package org.mtlbench.reports.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.event.EventReader;
import org.mtlbench.results.folder.RunFolder;

/**
 * Validation scores and training losses of every epoch as CSV, one value per line: {@code id,
 * phase, epoch, task, metric, value}. The metric of a loss is {@value #LOSS}. An epoch that was
 * trained twice because its cell was restarted occurs twice, in order.
 */
public final class CsvCurves {
  private static final String LOSS = "training-loss";
  private static final List<String> HEADER =
      List.of("id", "phase", "epoch", "task", "metric", "value");

  private final List<List<String>> lines = new ArrayList<>(List.of(HEADER));

  private CsvCurves() {}

  /**
   * Renders the whole file.
   *
   * @param folder the run's folder, from which events are read
   */
  public static String render(RunFolder folder, RunResults results) throws IOException {
    CsvCurves curves = new CsvCurves();
    for (Outcome outcome : results.outcomes()) {
      String id = outcome.cell().id();
      for (Event event : new EventReader(folder.eventFile(id)).readAll().events()) {
        if (event instanceof Event.EpochEnded epoch) {
          curves.add(id, epoch);
        }
      }
    }
    return CsvLines.of(curves.lines);
  }

  private void add(String id, Event.EpochEnded epoch) {
    epoch.losses().byTask().forEach((task, value) -> add(id, epoch, task, Map.of(LOSS, value)));
    epoch.scores().byTask().forEach((task, values) -> add(id, epoch, task, values));
  }

  private void add(String id, Event.EpochEnded epoch, String task, Map<String, Double> values) {
    values.forEach(
        (metric, value) ->
            lines.add(
                List.of(
                    id,
                    epoch.phase(),
                    Integer.toString(epoch.epoch()),
                    task,
                    metric,
                    value.toString())));
  }
}
