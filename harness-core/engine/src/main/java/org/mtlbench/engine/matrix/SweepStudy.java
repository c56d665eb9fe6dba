package org.mtlbench.engine.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mtlbench.api.config.Problem;
import org.mtlbench.toolbox.config.Expected;
import org.mtlbench.toolbox.config.Location;

/**
 * One method with many values of some config keys, for example limits on the sparsity.
 *
 * @param at path in the matrix
 * @param method the method; its label, if it has one, precedes the values in labels
 * @param values lists of values by config key, all of the same length: the method number i has
 *     value i of each key
 */
public record SweepStudy(
    @Location String at,
    @Expected("a method") MethodEntry method,
    @Expected("config keys with a list of values each") Map<String, List<JsonNode>> values)
    implements StudySpec {
  /** Makes a defensive copy that keeps the order of keys. */
  public SweepStudy {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * The methods of the study, labelled with the value of the first key: {@code Ours 0.5}, or {@code
   * max-layer-sparsity = 0.5} if the method has no label.
   */
  @Override
  public List<MethodEntry> methods() {
    return problems().isEmpty()
        ? IntStream.range(0, first().size()).mapToObj(this::method).toList()
        : List.of();
  }

  private MethodEntry method(int i) {
    ObjectNode config = JsonNodeFactory.instance.objectNode();
    values.forEach((key, list) -> config.set(key, list.get(i)));
    String value = text(first().get(i));
    return method.with(
        method
            .label()
            .map(own -> own + " " + value)
            .orElse(values.keySet().iterator().next() + " = " + value),
        config);
  }

  /** A number without an exponent, since reports recognise a sweep by the numbers in its labels. */
  private static String text(JsonNode value) {
    return value.isNumber()
        ? value.decimalValue().stripTrailingZeros().toPlainString()
        : value.isValueNode() ? value.asText() : value.toString();
  }

  private List<JsonNode> first() {
    return values.values().iterator().next();
  }

  @Override
  public List<Problem> problems() {
    String place = at + ".values";
    if (values.isEmpty()) {
      return List.of(new Problem(place, "an empty mapping", "config keys with a list each"));
    }
    List<Problem> problems =
        new ArrayList<>(method.problemsOfKeys(values.keySet(), "the values of the study set it"));
    values.forEach(
        (key, list) -> {
          if (list.isEmpty() || list.size() != first().size()) {
            problems.add(
                new Problem(
                    place + "." + key,
                    list.size() + " values",
                    "at least one value, as many as the other keys"));
          }
        });
    if (first().stream().distinct().count() < first().size()) {
      problems.add(
          Problem.of(
              place + "." + values.keySet().iterator().next(),
              JsonNodeFactory.instance.arrayNode().addAll(first()),
              "each value once"));
    }
    return problems;
  }
}
