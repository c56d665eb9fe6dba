package org.mtlbench.toolbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;

/** One binding of a user's values; gathers problems instead of stopping at the first. */
final class ConfigBinding {
  private final List<Problem> problems = new ArrayList<>();

  /** What was wrong, in the order found. */
  List<Problem> problems() {
    return problems;
  }

  /**
   * Binds a record and everything inside.
   *
   * @param defaults supplies what the user leaves out; empty if every key must be given
   * @return empty if there is a problem and no default to go on with
   */
  Optional<Record> record(
      Class<? extends Record> type, Optional<Record> defaults, ObjectNode user, String path) {
    RecordShape shape = new RecordShape(type);
    List<String> keys = shape.keys();
    user.fieldNames()
        .forEachRemaining(
            key -> {
              if (!keys.contains(key)) {
                report(join(path, key), "an unknown key", Nearest.allowed(key, keys));
              }
            });
    return build(shape, defaults, user, path, new HashSet<>());
  }

  private Optional<Record> build(
      RecordShape shape,
      Optional<Record> defaults,
      ObjectNode user,
      String path,
      Set<String> refused) {
    List<RecordComponent> components = shape.components();
    Object[] values = new Object[components.size()];
    boolean complete = true;
    for (int i = 0; i < values.length; i++) {
      RecordComponent component = components.get(i);
      Optional<Object> fallback = defaults.map(d -> shape.get(d, component));
      Optional<?> value =
          shape.unwrapped(component)
              ? build(shape.inner(component), fallback.map(Record.class::cast), user, path, refused)
              : component(shape, component, fallback, user, path, refused);
      values[i] = value.orElse(null);
      complete &= value.isPresent();
    }
    return complete
        ? create(shape, values, user, path, refused).or(() -> defaults)
        : Optional.empty();
  }

  private Optional<Object> component(
      RecordShape shape,
      RecordComponent component,
      Optional<Object> fallback,
      ObjectNode user,
      String path,
      Set<String> refused) {
    String key = shape.key(component);
    JsonNode node = user.get(key);
    if (node == null) {
      if (fallback.isEmpty()) {
        report(join(path, key), "nothing", ValueType.phrase(component.getGenericType()));
      }
      return fallback;
    }
    int before = problems.size();
    Optional<Object> value = value(component.getGenericType(), fallback, node, join(path, key));
    if (problems.size() > before) {
      refused.add(key);
    }
    // With the default in a refused value's place the constructor can still judge the other keys.
    return value.or(() -> fallback);
  }

  private Optional<Object> value(Type type, Optional<Object> fallback, JsonNode node, String path) {
    return switch (ValueType.of(type)) {
      case BOOLEAN, INTEGER, NUMBER, TEXT -> scalar((Class<?>) type, node, path);
      case CONSTANT -> constant((Class<?>) type, node, path);
      case RECORD -> nested((Class<?>) type, fallback, node, path);
      case LIST -> list(type, node, path);
    };
  }

  private Optional<Object> scalar(Class<?> type, JsonNode node, String path) {
    Optional<Object> value = ValueType.of(type).scalar(type, node);
    if (value.isEmpty()) {
      problems.add(Problem.of(path, node, ValueType.phrase(type)));
    }
    return value;
  }

  private Optional<Object> constant(Class<?> type, JsonNode node, String path) {
    Optional<Object> value = ValueType.CONSTANT.scalar(type, node);
    if (value.isEmpty()) {
      problems.add(
          Problem.of(
              path,
              node,
              node.isTextual()
                  ? Nearest.allowed(node.textValue(), ValueType.constants(type))
                  : ValueType.phrase(type)));
    }
    return value;
  }

  private Optional<Object> nested(
      Class<?> type, Optional<Object> fallback, JsonNode node, String path) {
    if (!(node instanceof ObjectNode object)) {
      problems.add(Problem.of(path, node, ValueType.phrase(type)));
      return Optional.empty();
    }
    return record(type.asSubclass(Record.class), fallback.map(Record.class::cast), object, path)
        .map(record -> record);
  }

  private Optional<Object> list(Type type, JsonNode node, String path) {
    if (!node.isArray()) {
      problems.add(Problem.of(path, node, ValueType.phrase(type)));
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    boolean complete = true;
    for (int i = 0; i < node.size(); i++) {
      Optional<Object> value =
          value(ValueType.element(type), Optional.empty(), node.get(i), path + "[" + i + "]");
      value.ifPresent(values::add);
      complete &= value.isPresent();
    }
    return complete ? Optional.of(List.copyOf(values)) : Optional.empty();
  }

  private Optional<Record> create(
      RecordShape shape, Object[] values, ObjectNode user, String path, Set<String> refused) {
    try {
      return Optional.of(shape.create(values));
    } catch (InvalidConfigException e) {
      e.problems().stream()
          .filter(problem -> !refused.contains(problem.rootKey()))
          .map(problem -> problem.under(path))
          .forEach(problems::add);
    } catch (IllegalArgumentException e) {
      problems.add(Problem.of(path, user, String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private void report(String path, String value, String allowed) {
    problems.add(new Problem(path, value, allowed));
  }

  private static String join(String path, String key) {
    String name = key.isEmpty() ? "''" : key;
    return path.isEmpty() ? name : path + "." + name;
  }
}
