package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.ChartRow;

/** The charts of each dataset that compare the rows of a run. */
final class DatasetCharts {
  private DatasetCharts() {}

  /**
   * All charts for which the rows have data.
   *
   * @param rows rows with a result, in the order of the plan
   * @param key colours and shapes of the rows' methods and architectures
   */
  static List<Chart> of(List<ChartRow> rows, ChartKey key) {
    Map<String, List<ChartRow>> byDataset =
        rows.stream()
            .collect(
                Collectors.groupingBy(ChartRow::dataset, LinkedHashMap::new, Collectors.toList()));
    List<Chart> charts = new ArrayList<>();
    byDataset.forEach(
        (dataset, members) -> {
          charts.add(TaskScoreChart.of(dataset, members, key));
          TradeoffChart.againstSparsity(dataset, members, key).ifPresent(charts::add);
          TradeoffChart.againstTime(dataset, members, key).ifPresent(charts::add);
          charts.addAll(TradeoffChart.againstMeasures(dataset, members, key));
          charts.addAll(ParetoChart.of(dataset, members, key));
        });
    return charts;
  }
}
