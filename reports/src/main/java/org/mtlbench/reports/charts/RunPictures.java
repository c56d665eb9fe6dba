package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The pictures that show a run as a whole, dataset by dataset. */
public final class RunPictures {
  private RunPictures() {}

  /**
   * The pictures that the rows have data for.
   *
   * @param rows with a result, in the order of the plan
   */
  public static List<Picture> of(List<ChartRow> rows) {
    Map<String, List<ChartRow>> byDataset =
        rows.stream()
            .collect(
                Collectors.groupingBy(ChartRow::dataset, LinkedHashMap::new, Collectors.toList()));
    List<Picture> pictures = new ArrayList<>();
    byDataset.forEach(
        (dataset, members) -> {
          pictures.add(TaskBars.of(dataset, members));
          AccuracyPlane.againstSparsity(dataset, members).ifPresent(pictures::add);
          AccuracyPlane.againstTime(dataset, members).ifPresent(pictures::add);
          pictures.addAll(ObjectivePlane.of(dataset, members));
        });
    return pictures;
  }
}
