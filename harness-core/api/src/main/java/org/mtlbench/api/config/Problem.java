package org.mtlbench.api.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * One thing that is wrong with what a user gave.
 *
 * @param path where it stands, for example {@code methods[2].config.k}; never empty once reported
 * @param value what was found there, as the user wrote it
 * @param allowed what may stand there, as a phrase that completes "expected ..."
 */
public record Problem(String path, String value, String allowed) {
  public Problem {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(allowed, "allowed");
  }

  private static final int MAX_VALUE_LENGTH = 80;
  private static final int MAX_PART_LENGTH = 300;

  /** A problem with a value of a file, shown as JSON; long ones are cut. */
  public static Problem of(String path, JsonNode value, String allowed) {
    return new Problem(path, show(value), allowed);
  }

  private static String show(JsonNode value) {
    if (value.isNull()) {
      return "nothing";
    }
    if (value.isEmpty() && value.isContainerNode()) {
      return value.isArray() ? "an empty list" : "an empty mapping";
    }
    String text = value.toString();
    return text.length() <= MAX_VALUE_LENGTH
        ? text
        : text.substring(0, MAX_VALUE_LENGTH - 3) + "...";
  }

  /** The same problem seen from the record or file that holds {@code prefix}. */
  public Problem under(String prefix) {
    if (prefix.isEmpty()) {
      return this;
    }
    if (path.isEmpty()) {
      return new Problem(prefix, value, allowed);
    }
    return new Problem(path.startsWith("[") ? prefix + path : prefix + "." + path, value, allowed);
  }

  /** The first key of the path, for example {@code k} of {@code k[1]}. */
  public String rootKey() {
    return path.split("[.\\[]", 2)[0];
  }

  /** One line naming the place, the value and what is allowed; what a user wrote is cut short. */
  public String message() {
    return shown(path) + ": found " + shown(value) + ", expected " + allowed;
  }

  /** Without line feeds and what else a terminal would act on. */
  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= MAX_PART_LENGTH ? line : line.substring(0, MAX_PART_LENGTH - 3) + "...";
  }
}
