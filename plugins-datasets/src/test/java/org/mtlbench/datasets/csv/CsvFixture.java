package org.mtlbench.datasets.csv;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.toolbox.config.ConfigBinder;

/** Files and configs of tables. */
final class CsvFixture {
  private CsvFixture() {}

  /** The default config with values in YAML's sister JSON, with single quotes. */
  static CsvConfig config(String json) {
    try {
      return ConfigBinder.bind(
          new CsvPlugin().defaults(),
          (ObjectNode) new ObjectMapper().readTree(json.replace('\'', '"')),
          "");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static void write(Path folder, String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  /** Rows with three tasks and a few missing values. */
  static String table(int rows) {
    RandomGenerator random = new Randomness(3).stream("table");
    StringBuilder text = new StringBuilder("id,area,zone,floor,price,sold,tags\n");
    for (int i = 0; i < rows; i++) {
      double area = 50 + 100 * random.nextDouble();
      String zone = i % 7 == 3 ? "" : "zone" + random.nextInt(3);
      String price = i % 9 == 4 ? "" : String.format(Locale.ROOT, "%.1f", 3 * area);
      String sold = i % 11 == 5 ? "NA" : area > 100 ? "yes" : "no";
      String tags = i % 8 == 6 ? "" : i % 2 == 0 ? "garden;pool" : i % 3 == 0 ? "none" : "pool";
      text.append(
          String.format(
              Locale.ROOT,
              "h%d,%.4f,%s,%d,%s,%s,%s%n",
              i,
              area,
              zone,
              random.nextInt(5),
              price,
              sold,
              tags));
    }
    return text.toString();
  }
}
