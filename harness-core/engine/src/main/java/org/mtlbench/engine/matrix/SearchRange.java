package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.config.Entries;
import org.mtlbench.toolbox.config.FreeForm;

/** The range of a config key in a search. */
public sealed interface SearchRange extends FreeForm {
  /** Parses {@code [low, high]} or {@code {values: [...]}}. */
  @Reader
  static SearchRange read(JsonNode node, String path) {
    if (node instanceof ObjectNode choices) {
      return ConfigBinder.bind(Choices.class, choices, path);
    }
    if (!node.isArray() || node.size() != 2) {
      throw new InvalidConfigException(
          List.of(
              Problem.of(
                  path,
                  node,
                  "a range [low, high] of finite numbers, or {values: [...]} for a list of"
                      + " choices")));
    }
    List<Problem> problems = new ArrayList<>();
    for (int end = 0; end < 2; end++) {
      JsonNode number = node.get(end);
      if (!number.isNumber() || !Double.isFinite(number.doubleValue())) {
        problems.add(Problem.of(path + "[" + end + "]", number, "a finite number"));
      }
    }
    JsonNode low = node.get(0);
    JsonNode high = node.get(1);
    if (problems.isEmpty() && low.decimalValue().compareTo(high.decimalValue()) >= 0) {
      problems.add(Problem.of(path + "[1]", high, "a number greater than the low end, " + low));
    }
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
    return new Interval(low, high);
  }

  /**
   * The value at a point of the unit interval; uniformly distributed points give the range's
   * distribution.
   *
   * @param point at least 0, less than 1
   * @param whole whether the key takes whole numbers
   */
  JsonNode at(double point, boolean whole);

  /**
   * The values for checking whether a key accepts the range: its ends, or all of its values, by
   * their path relative to the key, for example {@code [1]}.
   */
  Map<String, JsonNode> probes();

  /**
   * Numbers from low to high, inclusive: log-uniform if both are positive and high is at least ten
   * times low, otherwise uniform. Drawn numbers are rounded to one ten-thousandth of the range
   * (four significant digits if log-uniform), so that they can be copied from a table and trained
   * again.
   *
   * @param low a number
   * @param high a number above it
   */
  record Interval(JsonNode low, JsonNode high) implements SearchRange {
    private static final int DIGITS = 4;

    /** Whether orders of magnitude are equally likely. */
    public boolean logarithmic() {
      BigDecimal from = low.decimalValue();
      return from.signum() > 0 && high.decimalValue().compareTo(from.scaleByPowerOfTen(1)) >= 0;
    }

    @Override
    public JsonNode at(double point, boolean whole) {
      // A whole number represents all numbers that are rounded to it, so the ends get their full
      // share.
      double margin = whole ? 0.5 : 0;
      double from = low.doubleValue() - margin;
      double to = high.doubleValue() + margin;
      // StrictMath gives the same bits on every machine.
      double value =
          logarithmic()
              ? StrictMath.exp(
                  StrictMath.log(from) + point * (StrictMath.log(to) - StrictMath.log(from)))
              : (1 - point) * from + point * to;
      BigDecimal inside =
          rounded(BigDecimal.valueOf(value), whole)
              .max(low.decimalValue())
              .min(high.decimalValue());
      return whole
          ? JsonNodeFactory.instance.numberNode(inside.longValueExact())
          : JsonNodeFactory.instance.numberNode(inside.doubleValue());
    }

    private BigDecimal rounded(BigDecimal value, boolean whole) {
      if (whole) {
        return value.setScale(0, RoundingMode.HALF_EVEN);
      }
      if (logarithmic()) {
        return value.round(new MathContext(DIGITS));
      }
      BigDecimal width = high.decimalValue().subtract(low.decimalValue());
      int firstDigit = width.precision() - width.scale() - 1;
      return value.setScale(DIGITS - 1 - firstDigit, RoundingMode.HALF_EVEN);
    }

    @Override
    public Map<String, JsonNode> probes() {
      Map<String, JsonNode> ends = new LinkedHashMap<>();
      ends.put("[0]", low);
      ends.put("[1]", high);
      return ends;
    }

    @Override
    public ArrayNode tree() {
      return JsonNodeFactory.instance.arrayNode().add(low).add(high);
    }
  }

  /**
   * One of several values, each as likely as the others.
   *
   * @param values at least one, distinct
   */
  record Choices(@Entries("value") List<JsonNode> values) implements SearchRange {
    public Choices {
      values = List.copyOf(values);
    }

    @Override
    public JsonNode at(double point, boolean whole) {
      return values.get((int) (point * values.size()));
    }

    @Override
    public Map<String, JsonNode> probes() {
      Map<String, JsonNode> all = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        all.put(".values[" + i + "]", values.get(i));
      }
      return all;
    }

    @Override
    public ObjectNode tree() {
      ObjectNode tree = JsonNodeFactory.instance.objectNode();
      values.forEach(tree.putArray("values")::add);
      return tree;
    }
  }
}
