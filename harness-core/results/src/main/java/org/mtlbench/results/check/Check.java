package org.mtlbench.results.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Range checks shared by the records of this module. Each returns the accepted value. */
public final class Check {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8,64}");

  private Check() {}

  /**
   * A text that is not blank.
   *
   * @throws IllegalArgumentException if it is blank
   */
  public static String text(String name, String value) {
    if (Objects.requireNonNull(value, name).isBlank()) {
      throw rejected(name, "\"" + value + "\"", "a text that is not blank");
    }
    return value;
  }

  /**
   * A cell id: 8 to 64 lower-case hexadecimal digits, which is a safe file name.
   *
   * @throws IllegalArgumentException otherwise
   */
  public static String id(String name, String value) {
    if (!isId(Objects.requireNonNull(value, name))) {
      throw rejected(name, "\"" + value + "\"", "8 to 64 lower-case hexadecimal digits");
    }
    return value;
  }

  /** Whether a text is a cell id. */
  public static boolean isId(String value) {
    return ID.matcher(value).matches();
  }

  /**
   * A schema version, which must be the current one.
   *
   * @throws IllegalArgumentException if it is another
   */
  public static int schema(int value, int allowed) {
    if (value != allowed) {
      throw rejected("schema", value, "version " + allowed);
    }
    return value;
  }

  /**
   * A fraction from 0 to 1.
   *
   * @throws IllegalArgumentException if it is outside of the range or NaN
   */
  public static double fraction(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw rejected(name, value, "a fraction from 0 to 1");
    }
    return value;
  }

  /**
   * A finite number.
   *
   * @throws IllegalArgumentException if it is NaN or infinite
   */
  public static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw rejected(name, value, "a finite number");
    }
    return value;
  }

  /**
   * A finite number of at least 0.
   *
   * @throws IllegalArgumentException if it is negative, NaN or infinite
   */
  public static double notNegative(String name, double value) {
    if (!(value >= 0 && Double.isFinite(value))) {
      throw rejected(name, value, "a finite number of at least 0");
    }
    return value;
  }

  /**
   * A finite number above 0.
   *
   * @throws IllegalArgumentException if it is not positive, NaN or infinite
   */
  public static double positive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw rejected(name, value, "a finite number above 0");
    }
    return value;
  }

  /**
   * A whole number with a lower bound.
   *
   * @throws IllegalArgumentException if it is below the bound
   */
  public static long atLeast(String name, long minimum, long value) {
    if (value < minimum) {
      throw rejected(name, value, "a whole number of at least " + minimum);
    }
    return value;
  }

  /**
   * A copy of a JSON object.
   *
   * @throws IllegalArgumentException if it is not an object
   */
  public static JsonNode object(String name, JsonNode tree) {
    if (!Objects.requireNonNull(tree, name).isObject()) {
      throw rejected(name, tree, "a JSON object");
    }
    return tree.deepCopy();
  }

  /** An unmodifiable copy sorted by key, so that equal maps have equal JSON. */
  public static Map<String, String> sorted(String name, Map<String, String> values) {
    SortedMap<String, String> copy = new TreeMap<>(Objects.requireNonNull(values, name));
    copy.forEach((key, value) -> Objects.requireNonNull(value, () -> name + "." + key));
    return Collections.unmodifiableSortedMap(copy);
  }

  /** An unmodifiable copy in the given order. */
  public static <V> Map<String, V> ordered(Map<String, V> values) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The exception for a value that is not allowed, with the allowed values. */
  public static IllegalArgumentException rejected(String name, Object value, String allowed) {
    return new IllegalArgumentException(
        String.format(Locale.ROOT, "%s: %s is not allowed; allowed: %s", name, value, allowed));
  }
}
