package org.mtlbench.methods.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The measured cost of a training step.
 *
 * @param method id
 * @param milliseconds per step
 * @param error half-width of JMH's 99.9 % interval of the milliseconds
 * @param memory peak memory without the libraries in MiB; NaN if unknown
 * @param energy joules per step; NaN if the machine does not count them
 */
record StepCost(String method, double milliseconds, double error, double memory, double energy) {
  private static final String HEADING = "method,milliseconds,error,peak-mib,joules";

  /** Measurements on one machine, with its description. */
  record Table(String machine, List<StepCost> costs) {
    void write(Path file) throws IOException {
      StringBuilder text = new StringBuilder("# " + machine + "\n" + HEADING + "\n");
      for (StepCost cost : costs) {
        text.append(
            String.format(
                Locale.ROOT,
                "%s,%.2f,%.2f,%.0f,%.3f%n",
                cost.method,
                cost.milliseconds,
                cost.error,
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
        fields[0], number(fields[1]), number(fields[2]), number(fields[3]), number(fields[4]));
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
