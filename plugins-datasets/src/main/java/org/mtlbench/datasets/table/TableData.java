package org.mtlbench.datasets.table;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.dataset.TensorSplit;

/** Inputs and targets of a table, fitted on its training rows. */
public final class TableData {
  private static final String BACKBONE = "mlp";

  private final Table table;
  private final TableInputs inputs;
  private final List<TableTarget> targets;

  private TableData(Table table, TableInputs inputs, List<TableTarget> targets) {
    this.table = table;
    this.inputs = inputs;
    this.targets = targets;
  }

  /**
   * Fits inputs and targets to a table.
   *
   * @param table has rows in every split
   */
  public static TableData fit(Table table, CategoryEncoding encoding) {
    return new TableData(
        table,
        TableInputs.fit(table, encoding),
        table.targets().stream().map(t -> TableTarget.of(t, table.splits())).toList());
  }

  /** The input of networks; without columns if no feature varies between training rows. */
  public InputSpec input() {
    return inputs.spec();
  }

  /** The tasks, in the table's order. */
  public List<Task> tasks() {
    return targets.stream().map(TableTarget::task).toList();
  }

  /** The facts of the dataset. */
  public DatasetFacts facts(boolean synthetic) {
    return new DatasetFacts(
        tasks(),
        input(),
        BACKBONE,
        table.rows(SplitName.TRAIN),
        table.rows(SplitName.VALIDATION),
        table.rows(SplitName.TEST),
        synthetic);
  }

  /** The dataset on the manager's device. */
  public Dataset open(NDManager manager) {
    return new TableDataset(
        split(SplitName.TRAIN, manager),
        split(SplitName.VALIDATION, manager),
        split(SplitName.TEST, manager),
        ColumnSummaries.of(table));
  }

  private TensorSplit split(SplitName name, NDManager manager) {
    int[] rows =
        IntStream.range(0, table.rows()).filter(row -> table.splits()[row] == name).toArray();
    Shape shape = new Shape(rows.length).addAll(input().shape());
    return new TensorSplit(
        new Examples(
            List.of(manager.create(inputs.of(rows), shape)),
            targets.stream().map(target -> target.labels(rows, manager)).toList()));
  }
}
