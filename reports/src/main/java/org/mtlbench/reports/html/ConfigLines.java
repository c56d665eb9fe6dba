package org.mtlbench.reports.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mtlbench.results.run.CellConfig;

/** The full configuration of a cell, one line per value. */
final class ConfigLines {
  private ConfigLines() {}

  /** Renders the three configurations, each value with its path: {@code method.k: [0.1, 0.9]}. */
  static String of(CellConfig config) {
    List<String> lines = new ArrayList<>();
    add("dataset", config.dataset(), lines);
    add("architecture", config.architecture(), lines);
    add("method", config.method(), lines);
    return String.join("\n", lines);
  }

  private static void add(String path, JsonNode value, List<String> lines) {
    if (value.isObject() && !value.isEmpty()) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        add(path + "." + entry.getKey(), entry.getValue(), lines);
      }
    } else {
      lines.add(path + ": " + shown(value));
    }
  }

  private static String shown(JsonNode value) {
    if (value.isArray()) {
      List<String> entries = new ArrayList<>();
      value.forEach(entry -> entries.add(shown(entry)));
      return "[" + String.join(", ", entries) + "]";
    }
    if (value.isNumber()) {
      return value.decimalValue().signum() == 0
          ? "0"
          : value.decimalValue().stripTrailingZeros().toPlainString();
    }
    return value.isTextual() ? value.textValue() : value.toString();
  }
}
