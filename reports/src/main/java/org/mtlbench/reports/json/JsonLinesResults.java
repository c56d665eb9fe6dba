package org.mtlbench.reports.json;

import java.io.IOException;
import org.mtlbench.reports.run.Outcome;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.json.ResultsJson;

/**
 * The records of a run as JSON Lines: each line is a cell's record as in {@code cells/<id>.json},
 * in the order of the plan. Planned cells without a record are omitted.
 */
public final class JsonLinesResults {
  private JsonLinesResults() {}

  /** Renders the whole file. */
  public static String render(RunResults results) throws IOException {
    ResultsJson json = new ResultsJson();
    StringBuilder text = new StringBuilder();
    for (Outcome outcome : results.outcomes()) {
      if (outcome.record().isPresent()) {
        CellRecord cell = outcome.record().get();
        text.append(json.toLine(cell)).append('\n');
      }
    }
    return text.toString();
  }
}
