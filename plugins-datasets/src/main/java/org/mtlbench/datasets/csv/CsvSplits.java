package org.mtlbench.datasets.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.random.Permutation;
import org.mtlbench.api.random.Randomness;

/** Assigns each row to a split by its file, by a column, or at random. */
final class CsvSplits {
  private static final String ALLOWED = "train, validation or test";

  private CsvSplits() {}

  static SplitName[] of(CsvConfig config, CsvTable table, CsvProblems problems) {
    SplitName[] splits = new SplitName[table.rows()];
    if (config.splitColumn().isEmpty()) {
      byFile(config, table, splits);
    } else {
      byColumn(table, table.column(config.splitColumn()), splits, problems);
    }
    return splits;
  }

  private static void byFile(CsvConfig config, CsvTable table, SplitName[] splits) {
    List<Integer> open = new ArrayList<>();
    for (int row = 0; row < splits.length; row++) {
      splits[row] = table.source(row).split().orElse(SplitName.TRAIN);
      if (table.source(row).split().isEmpty()) {
        open.add(row);
      }
    }
    int[] order = Permutation.of(open.size(), new Randomness(config.seed()).stream("csv-split"));
    int test = config.testFile().isEmpty() ? size(config.testFraction(), order.length) : 0;
    int validation =
        config.validationFile().isEmpty() ? size(config.validationFraction(), order.length) : 0;
    for (int i = 0; i < Math.min(order.length, test + validation); i++) {
      splits[open.get(order[i])] = i < test ? SplitName.TEST : SplitName.VALIDATION;
    }
  }

  private static int size(double fraction, int rows) {
    return Math.toIntExact(Math.max(1, Math.round(fraction * rows)));
  }

  private static void byColumn(
      CsvTable table, CsvColumn column, SplitName[] splits, CsvProblems problems) {
    if (!column.keepsTexts()) {
      problems.add(
          table.place(column.name()),
          "more than " + CsvColumn.MAX_TEXTS + " distinct cells",
          ALLOWED);
      Arrays.fill(splits, SplitName.TRAIN);
      return;
    }
    CsvColumn.Distinct cells = column.distinct();
    List<Optional<SplitName>> names = cells.names().stream().map(CsvSplits::named).toList();
    IntStream.range(0, splits.length)
        .forEach(
            row -> {
              int cell = cells.codes()[row];
              Optional<SplitName> split = cell < 0 ? Optional.empty() : names.get(cell);
              if (split.isEmpty()) {
                String found = cell < 0 ? "nothing" : "'" + cells.names().get(cell) + "'";
                problems.add(table.place(row, column.name()), found, ALLOWED);
              }
              splits[row] = split.orElse(SplitName.TRAIN);
            });
  }

  private static Optional<SplitName> named(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "train", "training" -> Optional.of(SplitName.TRAIN);
      case "validation", "valid", "val", "dev" -> Optional.of(SplitName.VALIDATION);
      case "test", "testing" -> Optional.of(SplitName.TEST);
      default -> Optional.empty();
    };
  }
}
