package org.mtlbench.toolbox.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;

/** Binds a user's values once; collects problems instead of stopping at the first. */
final class ConfigBinding {
  private final List<Problem> problems = new ArrayList<>();

  /** The problems in the order found. */
  List<Problem> problems() {
    return problems;
  }

  /**
   * Binds a record with everything nested in it.
   *
   * @param defaults supplies omitted values; empty if every key is required
   * @return empty if there is a problem and no default to use instead
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
      Set<String> rejected) {
    List<RecordComponent> components = shape.components();
    Object[] values = new Object[components.size()];
    boolean complete = true;
    for (int i = 0; i < values.length; i++) {
      RecordComponent component = components.get(i);
      if (component.isAnnotationPresent(Location.class)) {
        values[i] = path;
        continue;
      }
      Optional<Object> fallback =
          defaults.map(d -> shape.get(d, component)).or(() -> fallback(component));
      Optional<?> value =
          !RecordShape.isKey(component)
              ? fallback
              : shape.unwrapped(component)
                  ? build(
                      shape.inner(component),
                      fallback.map(Record.class::cast),
                      user,
                      path,
                      rejected)
                  : component(shape, component, fallback, user, path, rejected);
      values[i] = value.orElse(null);
      complete &= value.isPresent();
    }
    if (complete) {
      return create(shape, values, user, path, rejected).or(() -> defaults);
    }
    judge(shape, values, user, path, rejected);
    return Optional.empty();
  }

  /**
   * Reports problems found by the constructor in the present values; missing ones have been
   * reported.
   */
  private void judge(
      RecordShape shape, Object[] values, ObjectNode user, String path, Set<String> rejected) {
    List<RecordComponent> components = shape.components();
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        values[i] = ValueType.placeholder(components.get(i).getGenericType());
      }
    }
    if (Arrays.stream(values).allMatch(Objects::nonNull)) {
      create(shape, values, user, path, rejected);
    }
  }

  private Optional<Object> fallback(RecordComponent component) {
    Type type = component.getGenericType();
    Default written = component.getAnnotation(Default.class);
    if (written == null) {
      return ValueType.of(type) == ValueType.OPTIONAL
          ? Optional.of(Optional.empty())
          : Optional.empty();
    }
    try {
      JsonNode node = new JsonMapper().readTree(written.value());
      return value(type, Optional.empty(), node, component.getName(), ValueType.phrase(type));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the default of " + component, e);
    }
  }

  private Optional<Object> component(
      RecordShape shape,
      RecordComponent component,
      Optional<Object> fallback,
      ObjectNode user,
      String path,
      Set<String> rejected) {
    String key = shape.key(component);
    JsonNode node = user.get(key);
    Type type = component.getGenericType();
    if (node == null) {
      if (fallback.isEmpty()) {
        report(join(path, key), "nothing", ComponentWords.expected(component));
        rejected.add(key);
      }
      return fallback;
    }
    int before = problems.size();
    Optional<Object> value =
        component.isAnnotationPresent(Entries.class)
            ? list(
                type,
                ComponentWords.noun(component),
                node,
                join(path, key),
                ComponentWords.expected(component))
            : value(type, fallback, node, join(path, key), ComponentWords.expected(component));
    if (problems.size() > before) {
      rejected.add(key);
    }
    // With defaults in place of rejected values, the constructor can still check the other keys.
    return value.or(() -> fallback);
  }

  private Optional<Object> value(
      Type type, Optional<Object> fallback, JsonNode node, String path, String expected) {
    return switch (ValueType.of(type)) {
      case BOOLEAN, INTEGER, NUMBER, TEXT ->
          sound(ValueType.of(type).scalar((Class<?>) type, node), node, path, expected);
      case CONSTANT -> constant((Class<?>) type, node, path);
      case RECORD -> nested((Class<?>) type, fallback, node, path);
      case LIST -> list(type, Optional.empty(), node, path, expected);
      case MAP -> map(type, node, path, expected);
      case TREE ->
          sound(
              node.isObject() ? Optional.<Object>of(node.deepCopy()) : Optional.empty(),
              node,
              path,
              expected);
      case ANY ->
          sound(Optional.<Object>of(node).filter(n -> !node.isNull()), node, path, expected);
      case FREE_FORM -> freeForm((Class<?>) type, node, path);
      case OPTIONAL ->
          value(ValueType.element(type), Optional.empty(), node, path, expected).map(Optional::of);
    };
  }

  private Optional<Object> sound(
      Optional<Object> value, JsonNode node, String path, String expected) {
    if (value.isEmpty()) {
      problems.add(Problem.of(path, node, expected));
    }
    return value;
  }

  private Optional<Object> freeForm(Class<?> type, JsonNode node, String path) {
    try {
      Method reader = ValueType.reader(type).orElseThrow();
      reader.setAccessible(true);
      return Optional.of(reader.invoke(null, node, path));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InvalidConfigException invalid) {
        problems.addAll(invalid.problems());
        return Optional.empty();
      }
      throw new IllegalStateException("the reader of " + type.getName() + " failed", e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the reader of " + type.getName() + " cannot be called", e);
    }
  }

  private Optional<Object> map(Type type, JsonNode node, String path, String expected) {
    if (!(node instanceof ObjectNode object)) {
      problems.add(Problem.of(path, node, expected));
      return Optional.empty();
    }
    Type element = ValueType.element(type);
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String place = join(path, entry.getKey());
      value(element, Optional.empty(), entry.getValue(), place, ValueType.phrase(element))
          .ifPresent(value -> values.put(entry.getKey(), value));
    }
    return values.size() == object.size()
        ? Optional.of(Collections.unmodifiableMap(values))
        : Optional.empty();
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
      Class<?> type, Optional<Object> fallback, JsonNode given, String path) {
    ShortForm form = type.getAnnotation(ShortForm.class);
    JsonNode node =
        form != null && given.isTextual()
            ? JsonNodeFactory.instance.objectNode().set(form.value(), given)
            : given;
    if (!(node instanceof ObjectNode object)) {
      problems.add(Problem.of(path, node, ValueType.phrase(type)));
      return Optional.empty();
    }
    return record(type.asSubclass(Record.class), fallback.map(Record.class::cast), object, path)
        .map(record -> record);
  }

  /** A list; if its entries have a noun, only the valid ones without duplicates. */
  private Optional<Object> list(
      Type type, Optional<String> noun, JsonNode node, String path, String expected) {
    if (!node.isArray() || (noun.isPresent() && node.isEmpty())) {
      problems.add(Problem.of(path, node, expected));
      return Optional.empty();
    }
    Type element = ValueType.element(type);
    List<Object> values = new ArrayList<>();
    Map<Object, String> places = new HashMap<>();
    boolean complete = true;
    for (int i = 0; i < node.size(); i++) {
      String place = path + "[" + i + "]";
      Optional<Object> value =
          value(element, Optional.empty(), node.get(i), place, ValueType.phrase(element));
      complete &= value.isPresent();
      Optional<String> duplicate =
          noun.isPresent()
              ? value.map(v -> places.putIfAbsent(Distinct.identity(v), place))
              : Optional.empty();
      if (duplicate.isPresent()) {
        report(place, "the same as " + duplicate.get(), "each " + noun.get() + " once");
      } else {
        value.ifPresent(values::add);
      }
    }
    return complete || noun.isPresent() ? Optional.of(List.copyOf(values)) : Optional.empty();
  }

  private Optional<Record> create(
      RecordShape shape, Object[] values, ObjectNode user, String path, Set<String> rejected) {
    try {
      return Optional.of(shape.create(values));
    } catch (InvalidConfigException e) {
      e.problems().stream()
          .filter(problem -> !rejected.contains(problem.rootKey()))
          .map(problem -> written(problem, user).under(path))
          .forEach(problems::add);
    } catch (IllegalArgumentException e) {
      problems.add(Problem.of(path, user, String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  /** Shows a number as the user wrote it, which may have been a whole number. */
  private static Problem written(Problem problem, ObjectNode user) {
    JsonNode node = user.path(problem.path());
    return node.isNumber() ? Problem.of(problem.path(), node, problem.allowed()) : problem;
  }

  private void report(String path, String value, String allowed) {
    problems.add(new Problem(path, value, allowed));
  }

  private static String join(String path, String key) {
    String name = key.isEmpty() ? "''" : key;
    return path.isEmpty() ? name : path + "." + name;
  }
}
