package org.mtlbench.datasets.table;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mtlbench.api.dataset.ColumnSummary;

/** Summarises the columns of a table over all rows. */
final class ColumnSummaries {
  /** The maximum number of categories that are listed by name. */
  private static final int NAMED = 6;

  private ColumnSummaries() {}

  static List<ColumnSummary> of(Table table) {
    List<ColumnSummary> columns = new ArrayList<>();
    for (FeatureColumn feature : table.features()) {
      if (feature instanceof FeatureColumn.Numbers numbers) {
        columns.add(numbers(feature.name(), "feature, number", numbers.values()));
      } else if (feature instanceof FeatureColumn.Categories c) {
        String use = "feature, " + c.categories().size() + " categories";
        columns.add(categories(feature.name(), use, c.categories(), c.codes()));
      }
    }
    table.targets().forEach(target -> add(target, columns));
    return List.copyOf(columns);
  }

  private static void add(TargetColumns target, List<ColumnSummary> columns) {
    String use = "target " + target.name() + ", ";
    if (target instanceof TargetColumns.Classes classes) {
      String kind = use + classes.classes().size() + " classes";
      columns.add(categories(target.name(), kind, classes.classes(), classes.codes()));
    } else if (target instanceof TargetColumns.Numbers numbers) {
      for (int c = 0; c < numbers.columns().size(); c++) {
        columns.add(numbers(numbers.columns().get(c), use + "number", numbers.values().get(c)));
      }
    } else if (target instanceof TargetColumns.Labels labels) {
      for (int l = 0; l < labels.labels().size(); l++) {
        columns.add(label(labels.labels().get(l), use + "label", labels.values().get(l)));
      }
    }
  }

  private static ColumnSummary numbers(String name, String use, double[] values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    double mean = Arrays.stream(known).average().orElse(Double.NaN);
    double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
    String text =
        known.length == 0
            ? "none"
            : number(known[0])
                + " to "
                + number(known[known.length - 1])
                + ", mean "
                + number(mean)
                + ", deviation "
                + number(Math.sqrt(squares / known.length));
    return new ColumnSummary(name, use, values.length - known.length, text);
  }

  /** Formats a number with five significant digits. */
  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros();
    boolean plain = value == 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e9);
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  private static ColumnSummary label(String name, String use, byte[] values) {
    int yes = 0;
    int known = 0;
    for (byte value : values) {
      yes += value > 0 ? 1 : 0;
      known += value >= 0 ? 1 : 0;
    }
    return new ColumnSummary(name, use, values.length - known, "yes " + share(yes, known));
  }

  private static ColumnSummary categories(
      String name, String use, List<String> categories, int[] codes) {
    int[] counts = new int[categories.size()];
    int missing = 0;
    for (int code : codes) {
      if (code < 0) {
        missing++;
      } else {
        counts[code]++;
      }
    }
    int known = codes.length - missing;
    String named =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.comparingInt((Integer c) -> -counts[c]))
            .limit(NAMED)
            .map(c -> categories.get(c) + " " + share(counts[c], known))
            .collect(Collectors.joining(", "));
    String rest = counts.length > NAMED ? ", and " + (counts.length - NAMED) + " more" : "";
    return new ColumnSummary(name, use, missing, named + rest);
  }

  private static String share(int count, int of) {
    return String.format(Locale.ROOT, "%.1f %%", of == 0 ? 0 : 100.0 * count / of);
  }
}
