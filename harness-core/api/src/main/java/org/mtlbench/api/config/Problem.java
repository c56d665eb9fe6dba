package org.mtlbench.api.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;

/**
 * A problem in user input.
 *
 * @param path location of the value, for example {@code methods[2].config.k}; never empty once
 *     reported
 * @param value the value as the user wrote it
 * @param allowed the allowed values, as a phrase that completes "expected ..."
 */
public record Problem(String path, String value, String allowed) {
  public Problem {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(allowed, "allowed");
  }

  private static final int MAX_VALUE_LENGTH = 80;
  private static final int MAX_PART_LENGTH = 300;

  /** A problem with a value of a file, shown as JSON; long values are truncated. */
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

  /** A copy whose path is prefixed with {@code prefix}. */
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

  /** One line with the location, the value and what is allowed; user input is truncated. */
  public String message() {
    return shown(path) + ": found " + shown(value) + ", expected " + allowed;
  }

  /** Replaces line feeds and other control characters. */
  private static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= MAX_PART_LENGTH ? line : line.substring(0, MAX_PART_LENGTH - 3) + "...";
  }
}
