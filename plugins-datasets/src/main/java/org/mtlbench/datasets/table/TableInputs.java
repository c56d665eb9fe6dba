package org.mtlbench.datasets.table;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.dataset.SplitName;

/**
 * What networks read of a table, fitted on its training rows. Numbers are standardised; a missing
 * one becomes the mean, and a column that misses some in training gets a second column that is 1
 * where the number is missing. Categories become 0 and 1, or numbers in the last columns. A
 * category for missing values, and for values that no training row has, is added where there are
 * such values. Columns with one value in training are left out.
 */
final class TableInputs {
  private final List<Part> parts;
  private final InputSpec spec;

  private TableInputs(List<Part> parts, List<Integer> embedded) {
    this.parts = List.copyOf(parts);
    this.spec = new InputSpec(new Shape(parts.stream().mapToLong(Part::width).sum()), embedded);
  }

  /** Some columns of the input. */
  private interface Part {
    int width();

    void write(int row, float[] inputs, int at);
  }

  static TableInputs fit(Table table, CategoryEncoding encoding) {
    List<Part> parts = new ArrayList<>();
    List<Part> last = new ArrayList<>();
    List<Integer> embedded = new ArrayList<>();
    for (FeatureColumn feature : table.features()) {
      if (feature instanceof FeatureColumn.Numbers numbers) {
        addNumbers(numbers, table.splits(), parts);
      } else if (feature instanceof FeatureColumn.Categories categories) {
        TrainingCategories seen = TrainingCategories.of(categories, table.splits());
        if (seen.count() < 2) {
          continue;
        }
        if (encoding == CategoryEncoding.ONE_HOT) {
          parts.add(new OneHot(seen));
        } else {
          last.add(new Code(seen));
          embedded.add(seen.count());
        }
      }
    }
    parts.addAll(last);
    return new TableInputs(parts, embedded);
  }

  private static void addNumbers(
      FeatureColumn.Numbers column, SplitName[] splits, List<Part> parts) {
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
      parts.add(new Standardised(values, Moments.of(values, splits)));
    }
    if (gaps && !Double.isNaN(first)) {
      parts.add(new Gaps(values));
    }
  }

  InputSpec spec() {
    return spec;
  }

  /** The inputs of some rows, row by row. */
  float[] of(int... rows) {
    int width = Math.toIntExact(spec.shape().get(0));
    float[] inputs = new float[Math.multiplyExact(rows.length, width)];
    int at = 0;
    for (int row : rows) {
      for (Part part : parts) {
        part.write(row, inputs, at);
        at += part.width();
      }
    }
    return inputs;
  }

  private record Standardised(double[] values, Moments moments) implements Part {
    @Override
    public int width() {
      return 1;
    }

    @Override
    public void write(int row, float[] inputs, int at) {
      inputs[at] = Double.isNaN(values[row]) ? 0 : (float) moments.standardise(values[row]);
    }
  }

  private record Gaps(double[] values) implements Part {
    @Override
    public int width() {
      return 1;
    }

    @Override
    public void write(int row, float[] inputs, int at) {
      inputs[at] = Double.isNaN(values[row]) ? 1 : 0;
    }
  }

  private record OneHot(TrainingCategories categories) implements Part {
    @Override
    public int width() {
      return categories.count();
    }

    @Override
    public void write(int row, float[] inputs, int at) {
      inputs[at + categories.code(row)] = 1;
    }
  }

  private record Code(TrainingCategories categories) implements Part {
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
   * The categories that training rows have, in the column's order, and one for all others.
   *
   * @param column the column
   * @param recoded from the column's codes; -1 for categories that no training row has
   * @param seen number of categories that training rows have
   * @param others whether a row misses its value or has another category
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
