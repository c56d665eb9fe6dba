package org.mtlbench.datasets.table;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.dataset.SplitName;

/**
 * The network inputs of a table, fitted on its training rows. Numbers are standardised; a missing
 * number becomes the mean, and a column with missing numbers in the training rows gets an indicator
 * column that is 1 if the number is missing. Categories become one-hot columns, or indices in the
 * last columns. A category for missing values and values without training rows is added if there
 * are such values. Columns that are constant in the training rows are omitted.
 */
final class TableInputs {
  private final List<InputColumns> columns;
  private final InputSpec spec;

  private TableInputs(List<InputColumns> columns, List<Integer> embedded) {
    this.columns = List.copyOf(columns);
    this.spec =
        new InputSpec(new Shape(columns.stream().mapToLong(InputColumns::width).sum()), embedded);
  }

  /** Consecutive columns of the input. */
  private interface InputColumns {
    int width();

    void write(int row, float[] inputs, int at);
  }

  static TableInputs fit(Table table, CategoryEncoding encoding) {
    List<InputColumns> columns = new ArrayList<>();
    List<InputColumns> last = new ArrayList<>();
    List<Integer> embedded = new ArrayList<>();
    for (FeatureColumn feature : table.features()) {
      if (feature instanceof FeatureColumn.Numbers numbers) {
        addNumbers(numbers, table.splits(), columns);
      } else if (feature instanceof FeatureColumn.Categories categories) {
        TrainingCategories seen = TrainingCategories.of(categories, table.splits());
        if (seen.count() < 2) {
          continue;
        }
        if (encoding == CategoryEncoding.ONE_HOT) {
          columns.add(new OneHot(seen));
        } else {
          last.add(new Code(seen));
          embedded.add(seen.count());
        }
      }
    }
    columns.addAll(last);
    return new TableInputs(columns, embedded);
  }

  private static void addNumbers(
      FeatureColumn.Numbers column, SplitName[] splits, List<InputColumns> columns) {
    double[] values = column.values();
    double first = Double.NaN;
    boolean constant = true;
    boolean gaps = false;
    for (int row = 0; row < values.length; row++) {
      if (splits[row] == SplitName.TRAIN) {
        gaps |= Double.isNaN(values[row]);
        if (Double.isNaN(first)) {
          first = values[row];
        } else if (!Double.isNaN(values[row])) {
          constant &= values[row] == first;
        }
      }
    }
    if (!constant) {
      columns.add(new Standardised(values, Moments.of(values, splits)));
    }
    if (gaps && !Double.isNaN(first)) {
      columns.add(new Gaps(values));
    }
  }

  InputSpec spec() {
    return spec;
  }

  /** The inputs of the given rows, in row-major order. */
  float[] of(int... rows) {
    int width = Math.toIntExact(spec.shape().get(0));
    float[] inputs = new float[Math.multiplyExact(rows.length, width)];
    int at = 0;
    for (int row : rows) {
      for (InputColumns part : columns) {
        part.write(row, inputs, at);
        at += part.width();
      }
    }
    return inputs;
  }

  private record Standardised(double[] values, Moments moments) implements InputColumns {
    @Override
    public int width() {
      return 1;
    }

    @Override
    public void write(int row, float[] inputs, int at) {
      inputs[at] = Double.isNaN(values[row]) ? 0 : (float) moments.standardise(values[row]);
    }
  }

  private record Gaps(double[] values) implements InputColumns {
    @Override
    public int width() {
      return 1;
    }

    @Override
    public void write(int row, float[] inputs, int at) {
      inputs[at] = Double.isNaN(values[row]) ? 1 : 0;
    }
  }

  private record OneHot(TrainingCategories categories) implements InputColumns {
    @Override
    public int width() {
      return categories.count();
    }

    @Override
    public void write(int row, float[] inputs, int at) {
      inputs[at + categories.code(row)] = 1;
    }
  }

  private record Code(TrainingCategories categories) implements InputColumns {
    @Override
    public int width() {
      return 1;
    }

    @Override
    public void write(int row, float[] inputs, int at) {
      inputs[at] = categories.code(row);
    }
  }

  /**
   * The categories that occur in training rows, in the column's order, and one for all others.
   *
   * @param column the column
   * @param recoded new code of each code of the column; -1 for categories without training rows
   * @param seen number of categories that occur in training rows
   * @param others whether a row has a missing value or another category
   */
  private record TrainingCategories(
      FeatureColumn.Categories column, int[] recoded, int seen, boolean others) {
    static TrainingCategories of(FeatureColumn.Categories column, SplitName[] splits) {
      boolean[] inTraining = new boolean[column.categories().size()];
      for (int row = 0; row < splits.length; row++) {
        if (splits[row] == SplitName.TRAIN && !column.missing(row)) {
          inTraining[column.codes()[row]] = true;
        }
      }
      int[] recoded = new int[inTraining.length];
      int seen = 0;
      for (int code = 0; code < recoded.length; code++) {
        recoded[code] = inTraining[code] ? seen++ : -1;
      }
      boolean others =
          Arrays.stream(column.codes()).anyMatch(code -> code < 0 || recoded[code] < 0);
      return new TrainingCategories(column, recoded, seen, others);
    }

    int count() {
      return others ? seen + 1 : seen;
    }

    int code(int row) {
      int code = column.missing(row) ? -1 : recoded[column.codes()[row]];
      return code < 0 ? seen : code;
    }
  }
}
