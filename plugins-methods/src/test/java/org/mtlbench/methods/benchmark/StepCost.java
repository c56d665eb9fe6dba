package org.mtlbench.methods.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The measured cost of a training step.
 *
 * @param method id
 * @param milliseconds per step
 * @param relative to the time of linear scalarisation, measured within a minute
 * @param spread half of the range of {@code relative} over the rounds
 * @param memory peak memory without the libraries in MiB; NaN if unknown
 * @param energy joules per step; NaN if the machine does not count them
 */
record StepCost(
    String method,
    double milliseconds,
    double relative,
    double spread,
    double memory,
    double energy) {
  private static final String HEADING = "method,milliseconds,relative,spread,peak-mib,joules";

  /** The cost with the time relative to that of linear scalarisation, in milliseconds. */
  StepCost relativeTo(double reference) {
    return new StepCost(method, milliseconds, milliseconds / reference, 0, memory, energy);
  }

  /** The medians of several rounds, and the spread of the relative times. */
  static StepCost median(List<StepCost> rounds) {
    DoubleSummaryStatistics relative =
        rounds.stream().mapToDouble(StepCost::relative).summaryStatistics();
    return new StepCost(
        rounds.get(0).method,
        median(rounds, StepCost::milliseconds),
        median(rounds, StepCost::relative),
        (relative.getMax() - relative.getMin()) / 2,
        median(rounds, StepCost::memory),
        median(rounds, StepCost::energy));
  }

  private static double median(List<StepCost> rounds, ToDoubleFunction<StepCost> quantity) {
    double[] sorted = rounds.stream().mapToDouble(quantity).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Measurements on one machine, with its description. */
  record Table(String machine, List<StepCost> costs) {
    void write(Path file) throws IOException {
      StringBuilder text = new StringBuilder("# " + machine + "\n" + HEADING + "\n");
      for (StepCost cost : costs) {
        text.append(
            String.format(
                Locale.ROOT,
                "%s,%.2f,%.3f,%.3f,%.0f,%.3f%n",
                cost.method,
                cost.milliseconds,
                cost.relative,
                cost.spread,
                cost.memory,
                cost.energy));
      }
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }

    static Table read(Path file) throws IOException {
      List<String> lines = Files.readAllLines(file);
      return new Table(
          lines.get(0).substring(2), lines.stream().skip(2).map(StepCost::parse).toList());
    }
  }

  private static StepCost parse(String line) {
    String[] fields = line.split(",", -1);
    return new StepCost(
        fields[0],
        number(fields[1]),
        number(fields[2]),
        number(fields[3]),
        number(fields[4]),
        number(fields[5]));
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
