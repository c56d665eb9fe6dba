package org.mtlbench.reports.charts;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.ChartRow;

/** The charts that compare the rows of a dataset. */
final class DatasetCharts {
  private DatasetCharts() {}

  /**
   * All charts for which the rows have data.
   *
   * @param rows rows of the dataset with a result, in the order of the plan
   * @param key colours and shapes of the rows' methods and architectures
   */
  static List<Chart> of(String dataset, List<ChartRow> rows, ChartKey key) {
    List<Chart> charts = new ArrayList<>();
    charts.add(TaskScoreChart.of(dataset, rows, key));
    TradeoffChart.againstSparsity(dataset, rows, key).ifPresent(charts::add);
    charts.addAll(SparsitySweepChart.of(dataset, rows));
    TradeoffChart.againstTime(dataset, rows, key).ifPresent(charts::add);
    charts.addAll(TradeoffChart.againstMeasures(dataset, rows, key));
    charts.addAll(ParetoChart.of(dataset, rows, key));
    return charts;
  }
}
