package org.mtlbench.reports.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.Flag;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.SeedGroup;
import org.mtlbench.reports.tables.Captions;

/** The reasons why rows cannot be compared with each other or with published results. */
public final class Limits {
  private static final int MAX_LISTED = 4;

  private Limits() {}

  /** One sentence per reason. */
  public static List<Text> of(Rows rows) {
    List<Text> texts = new ArrayList<>(rows.equalTraining().captions());
    addFlags(rows, texts);
    for (String dataset : rows.datasets()) {
      List<SeedGroup> known =
          rows.groups().stream()
              .filter(group -> group.cell().dataset().equals(dataset))
              .filter(group -> rows.headline(group).isPresent())
              .toList();
      addUnequalSeeds(dataset, known, texts);
    }
    Captions.concurrency(rows).map(Text::of).ifPresent(texts::add);
    return texts;
  }

  private static void addFlags(Rows rows, List<Text> texts) {
    Map<Flag, List<String>> rowsByFlag = new LinkedHashMap<>();
    for (SeedGroup group : rows.groups()) {
      for (Flag flag : group.flags()) {
        rowsByFlag
            .computeIfAbsent(flag, f -> new ArrayList<>())
            .add(group.cell().dataset() + " / " + rows.name(group));
      }
    }
    int all = rows.groups().size();
    for (Flag flag : Flag.values()) {
      List<String> names = rowsByFlag.getOrDefault(flag, List.of());
      if (!names.isEmpty()) {
        texts.add(Text.of(describe(rows, flag) + ": " + enumerate(names, all) + "."));
      }
    }
  }

  private static String describe(Rows rows, Flag flag) {
    String name = flag.displayName();
    String first = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return switch (flag) {
      case MISSING, FAILED, DIVERGED, TIMEOUT -> first + " seeds";
      case SYNTHETIC_DATA, UNVERIFIED_DATA -> first + ", not comparable with published numbers";
      case REDUCED_BUDGET, EXTENDED_BUDGET ->
          first
              + " ("
              + budgets(rows)
              + " of the full epochs), not comparable with published numbers";
      case COLLAPSED -> "Collapsed tasks, no better than the constant predictor";
    };
  }

  private static String budgets(Rows rows) {
    return rows.results().results().stream()
        .map(cell -> cell.flags().budget())
        .filter(budget -> budget != 1)
        .distinct()
        .map(budget -> BigDecimal.valueOf(budget).stripTrailingZeros().toPlainString())
        .collect(Collectors.joining(", "));
  }

  private static String enumerate(List<String> names, int all) {
    if (names.size() == all) {
      return all == 1 ? "the only row" : "all " + all + " rows";
    }
    return names.size() <= MAX_LISTED
        ? String.join("; ", names)
        : String.join("; ", names.subList(0, MAX_LISTED - 1))
            + " and "
            + (names.size() - MAX_LISTED + 1)
            + " other rows";
  }

  private static void addUnequalSeeds(String dataset, List<SeedGroup> groups, List<Text> texts) {
    Set<Integer> counts = new TreeSet<>();
    groups.forEach(group -> counts.add(group.results().size()));
    if (counts.size() > 1) {
      texts.add(
          Text.of(
              "Unequal seeds on "
                  + dataset
                  + ": rows have "
                  + counts.stream().map(String::valueOf).collect(Collectors.joining(", "))
                  + " seeds."));
    }
  }
}
