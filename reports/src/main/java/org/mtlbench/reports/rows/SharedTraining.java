package org.mtlbench.reports.rows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.results.run.RunRecord;

/** The training that a matrix sets for all of its rows. */
final class SharedTraining {
  private SharedTraining() {}

  /**
   * The {@code training} block of the matrix in words: {@code 13 epochs, batches of 64, cosine
   * schedule}; absent if there is none.
   */
  static Optional<String> of(RunRecord run) {
    JsonNode training = run.matrix().path("training");
    List<String> parts = new ArrayList<>();
    if (training.path("epochs").isNumber()) {
      String scaled =
          run.budget() == 1 ? "" : " times a budget of " + NumberFormats.exact(run.budget());
      parts.add(NumberFormats.value(training.get("epochs")) + " epochs" + scaled);
    }
    if (training.path("batch-size").isNumber()) {
      parts.add("batches of " + NumberFormats.value(training.get("batch-size")));
    }
    schedule(training.path("schedule")).ifPresent(name -> parts.add(name + " schedule"));
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
  }

  /** A schedule is either its name or an object with its name and settings. */
  private static Optional<String> schedule(JsonNode schedule) {
    return schedule.isTextual()
        ? Optional.of(schedule.textValue())
        : schedule.properties().stream().map(entry -> entry.getKey()).findFirst();
  }
}
