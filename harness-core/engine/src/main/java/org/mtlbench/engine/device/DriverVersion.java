package org.mtlbench.engine.device;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of an NVIDIA driver, for example 550.54.14; ordered by its numbers.
 *
 * @param text the version as the driver reports it
 */
public record DriverVersion(String text) implements Comparable<DriverVersion> {
  private static final Pattern VERSION = Pattern.compile("\\b\\d{3,4}\\.\\d+(?:\\.\\d+)?\\b");

  /** The first version in a line, for example of {@code /proc/driver/nvidia/version}. */
  public static Optional<DriverVersion> find(String line) {
    Matcher match = VERSION.matcher(line);
    return match.find() ? Optional.of(new DriverVersion(match.group())) : Optional.empty();
  }

  /** Whether this driver is older than another. */
  public boolean olderThan(DriverVersion other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(DriverVersion other) {
    return Arrays.compare(numbers(), other.numbers());
  }

  private int[] numbers() {
    return Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
  }

  @Override
  public String toString() {
    return text;
  }
}
