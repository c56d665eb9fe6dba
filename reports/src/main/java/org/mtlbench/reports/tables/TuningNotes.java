package org.mtlbench.reports.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.NumberFormats;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.SearchRecord;
import org.mtlbench.results.TrialRecord;

/** Notes about hyperparameter tuning. */
final class TuningNotes {
  private TuningNotes() {}

  /**
   * How a row was tuned and which values were chosen, for example {@code tuned: 10 trials over
   * learning-rate, chosen 0.0031}; absent if it was not tuned.
   */
  static Optional<String> note(SeedGroup row) {
    Map<String, List<String>> seedsByChoice = new LinkedHashMap<>();
    Set<String> searches = new LinkedHashSet<>();
    List<TrialRecord> trials = new ArrayList<>();
    for (CellRecord cell : row.results()) {
      if (cell.search().isPresent()) {
        SearchRecord search = cell.search().get();
        searches.add(trials(search) + " over " + String.join(", ", keys(search)));
        trials.addAll(search.trials());
        seedsByChoice
            .computeIfAbsent(chosen(search), choice -> new ArrayList<>())
            .add(Long.toString(cell.seed()));
      }
    }
    if (searches.isEmpty()) {
      return Optional.empty();
    }
    boolean oneForAll = seedsByChoice.size() == 1;
    String choices =
        seedsByChoice.entrySet().stream()
            .map(
                choice ->
                    oneForAll
                        ? choice.getKey()
                        : choice.getKey() + " (seed " + String.join(", ", choice.getValue()) + ")")
            .collect(Collectors.joining(", "));
    return Optional.of(
        "tuned: " + String.join("; ", searches) + ", chosen " + choices + gaps(trials));
  }

  /** The settings that the tuned rows of a table share; absent if no row was tuned. */
  static Optional<Text> caption(List<SeedGroup> rows) {
    Set<String> searches =
        rows.stream()
            .flatMap(row -> row.results().stream())
            .flatMap(cell -> cell.search().stream())
            .map(TuningNotes::described)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return searches.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Text.of(
                "Tuned rows: "
                    + String.join("; others ", searches)
                    + ". The values depend on the seed only, so every method tried the same values; the"
                    + " best on validation were trained in full. Total includes the time of the"
                    + " trials."));
  }

  private static String described(SearchRecord search) {
    String ranges =
        search.over().properties().stream()
            .map(range -> range.getKey() + " " + range(range.getValue()))
            .collect(Collectors.joining(", "));
    return trials(search)
        + " per cell over "
        + ranges
        + ", each with "
        + (search.budget() == 1 ? "" : NumberFormats.exact(search.budget()) + " of ")
        + "the cell's epochs";
  }

  /** {@code (low to high)}, or the list of choices. */
  private static String range(JsonNode range) {
    boolean choices = range.has("values");
    List<String> values = new ArrayList<>();
    (choices ? range.get("values") : range)
        .forEach(value -> values.add(NumberFormats.value(value)));
    return "(" + String.join(choices ? ", " : " to ", values) + ")";
  }

  private static String chosen(SearchRecord search) {
    JsonNode values = search.chosenTrial().orElseThrow().values();
    return values.size() == 1
        ? NumberFormats.value(values.iterator().next())
        : values.properties().stream()
            .map(value -> value.getKey() + " " + NumberFormats.value(value.getValue()))
            .collect(Collectors.joining(" and "));
  }

  private static String gaps(List<TrialRecord> trials) {
    StringBuilder text = new StringBuilder();
    for (CellStatus status : List.of(CellStatus.DIVERGED, CellStatus.FAILED)) {
      long count = trials.stream().filter(trial -> trial.status() == status).count();
      if (count > 0) {
        text.append("; ").append(count).append(" of ").append(trials.size());
        text.append(trials.size() == 1 ? " trial " : " trials ").append(status.word());
      }
    }
    return text.toString();
  }

  private static String trials(SearchRecord search) {
    int count = search.trials().size();
    return count + (count == 1 ? " trial" : " trials");
  }

  private static List<String> keys(SearchRecord search) {
    List<String> keys = new ArrayList<>();
    search.over().fieldNames().forEachRemaining(keys::add);
    return keys;
  }
}
