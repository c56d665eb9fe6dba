package org.mtlbench.reports.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.run.Measures;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.results.CellRecord;

/**
 * Whether the rows of a dataset were trained for the same number of main epochs, and report the
 * test scores of the same epochs. If not, a difference may be due to the epochs: no row is marked
 * as best, none is compared with single-task learning, and none is tested against another.
 */
public final class EqualTraining {
  private final Map<String, String> unequal = new LinkedHashMap<>();

  EqualTraining(List<SeedGroup> groups) {
    Map<String, List<CellRecord>> byDataset = new LinkedHashMap<>();
    groups.forEach(
        group ->
            byDataset
                .computeIfAbsent(group.cell().dataset(), ignored -> new ArrayList<>())
                .addAll(group.results()));
    byDataset.forEach(
        (dataset, cells) -> {
          double[] epochs =
              cells.stream()
                  .flatMap(cell -> Measures.mainEpochs(cell).stream())
                  .mapToDouble(Double::doubleValue)
                  .sorted()
                  .distinct()
                  .toArray();
          if (epochs.length > 1) {
            unequal.put(
                dataset,
                "epochs of main training ("
                    + NumberFormats.whole(epochs[0])
                    + " to "
                    + NumberFormats.whole(epochs[epochs.length - 1])
                    + ")");
          } else if (cells.stream().map(CellRecord::testEpochs).distinct().count() > 1) {
            unequal.put(dataset, "the epochs whose test scores are reported");
          }
        });
  }

  /** Whether the rows of a dataset can be compared. */
  public boolean isComparable(String dataset) {
    return !unequal.containsKey(dataset);
  }

  /**
   * The reason why the rows of a dataset cannot be compared: {@code rows differ in epochs of main
   * training (3 to 16)}; absent if they can.
   */
  public Optional<String> reason(String dataset) {
    return Optional.ofNullable(unequal.get(dataset)).map(what -> "rows differ in " + what);
  }

  /** A sentence for each dataset whose rows cannot be compared. */
  public List<Text> captions() {
    return unequal.keySet().stream()
        .map(
            dataset ->
                Text.of(
                    dataset
                        + ": "
                        + reason(dataset).orElseThrow()
                        + ", so no best row, Delta_m or test is shown."))
        .toList();
  }
}
