package org.mtlbench.methods.benchmark;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The table of the cost of steps, relative to linear scalarisation. */
final class CostTable {
  static final String REFERENCE = "ls";

  private CostTable() {}

  /** The costs, the cheapest first. */
  static List<StepCost> sorted(StepCost.Table table) {
    return table.costs().stream().sorted(Comparator.comparingDouble(StepCost::relative)).toList();
  }

  /** The cost that the others are compared with. */
  static StepCost reference(StepCost.Table table) {
    return table.costs().stream()
        .filter(cost -> cost.method().equals(REFERENCE))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(REFERENCE + " has not been measured"));
  }

  /** The table in Markdown, with the machine; energy only if it was counted. */
  static String markdown(StepCost.Table table) {
    StepCost reference = reference(table);
    boolean energy = Double.isFinite(reference.energy());
    StringBuilder text = new StringBuilder("Measured on: " + table.machine() + ".\n\n");
    text.append("| method | ms per step | relative to `ls` | peak memory MiB | relative |");
    text.append(energy ? " J per step | relative |\n" : "\n");
    text.append("|---|---:|---:|---:|---:|").append(energy ? "---:|---:|\n" : "\n");
    for (StepCost cost : sorted(table)) {
      text.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %.1f | %.2f ± %.2f | %.0f | %.2f |",
              cost.method(),
              cost.milliseconds(),
              cost.relative(),
              cost.spread(),
              cost.memory(),
              cost.memory() / reference.memory()));
      if (energy) {
        text.append(
            String.format(
                Locale.ROOT, " %.2f | %.2f |", cost.energy(), cost.energy() / reference.energy()));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
