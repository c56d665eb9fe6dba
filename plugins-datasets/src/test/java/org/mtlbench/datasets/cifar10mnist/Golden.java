package org.mtlbench.datasets.cifar10mnist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Values that another program computed, stored with the tests. */
final class Golden {
  private Golden() {}

  /** The rows of a CSV file of numbers. */
  static List<double[]> rows(String name) throws IOException {
    try (InputStream in = Golden.class.getResourceAsStream(name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines()
          .map(
              line -> Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray())
          .toList();
    }
  }
}
