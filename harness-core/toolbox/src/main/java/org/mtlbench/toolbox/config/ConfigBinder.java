package org.mtlbench.toolbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.ConfigKey;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;

/**
 * Binds a user's values to a config record, on top of its defaults.
 *
 * <p>A config record has components of type boolean, int, long, double, String, enum, record, and
 * lists, maps and optional values of these; none is null. Users write the names of components and
 * enum constants in kebab case. The components of a record marked {@link
 * com.fasterxml.jackson.annotation.JsonUnwrapped} are written at the same level as the others, and
 * those marked {@link com.fasterxml.jackson.annotation.JsonIgnore} keep their defaults. For records
 * without defaults, such as entries of lists, see {@link Default}, {@link Expected}, {@link
 * Entries}, {@link Location}, {@link ShortForm} and {@link FreeForm}.
 */
public final class ConfigBinder {
  private ConfigBinder() {}

  /**
   * Binds values on top of defaults.
   *
   * @param defaults a valid record; supplies every value that the user omits
   * @param user the user's values; may be empty
   * @param path path of the user's values, for example {@code methods[2].config}; may be empty
   * @throws InvalidConfigException with all problems: unknown keys, values of the wrong type, and
   *     values rejected by compact constructors
   * @throws IllegalArgumentException if the record is not a config record
   */
  public static <C extends Record> C bind(C defaults, ObjectNode user, String path) {
    ConfigBinding binding = new ConfigBinding();
    Optional<Record> bound = binding.record(defaults.getClass(), Optional.of(defaults), user, path);
    if (!binding.problems().isEmpty()) {
      throw new InvalidConfigException(binding.problems());
    }
    @SuppressWarnings("unchecked") // Safe: the binding creates records of the defaults' class.
    C config = (C) bound.orElseThrow();
    return config;
  }

  /**
   * Binds a record whose defaults are those of its components only.
   *
   * @throws InvalidConfigException as {@link #bind(Record, ObjectNode, String)} does
   */
  public static <C extends Record> C bind(Class<C> type, ObjectNode user, String path) {
    ConfigBinding binding = new ConfigBinding();
    Optional<Record> bound = binding.record(type, Optional.empty(), user, path);
    if (!binding.problems().isEmpty()) {
      throw new InvalidConfigException(binding.problems());
    }
    return type.cast(bound.orElseThrow());
  }

  /**
   * Binds all valid values, for callers that look for further problems: invalid values keep their
   * defaults, and invalid list entries are omitted.
   *
   * @param problems receives the problems
   */
  public static <C extends Record> C bindSound(
      C defaults, ObjectNode user, List<Problem> problems) {
    ConfigBinding binding = new ConfigBinding();
    Optional<Record> bound = binding.record(defaults.getClass(), Optional.of(defaults), user, "");
    problems.addAll(binding.problems());
    @SuppressWarnings("unchecked") // Safe: the binding creates records of the defaults' class.
    C config = (C) bound.orElse(defaults);
    return config;
  }

  /** The keys of a record in kebab case. */
  public static List<String> keys(Class<? extends Record> type) {
    return new RecordShape(type).keys();
  }

  /** All keys with their values, in the order of declaration; the inverse of {@link #bind}. */
  public static ObjectNode toTree(Record config) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    RecordShape shape = new RecordShape(config.getClass());
    for (RecordComponent component : shape.components()) {
      Object value = shape.get(config, component);
      boolean leftOut =
          !RecordShape.isKey(component)
              || value.equals(Optional.empty())
              || (component.isAnnotationPresent(Entries.class) && value.equals(List.of()));
      if (leftOut) {
        continue;
      }
      if (shape.unwrapped(component)) {
        tree.setAll(toTree((Record) value));
      } else {
        tree.set(shape.key(component), ValueType.tree(value));
      }
    }
    return tree;
  }

  /** Describes all keys, in the order of declaration. */
  public static List<KeyInfo> describe(Record defaults) {
    List<KeyInfo> keys = new ArrayList<>();
    describe("", defaults, keys);
    return List.copyOf(keys);
  }

  private static void describe(String prefix, Record defaults, List<KeyInfo> keys) {
    RecordShape shape = new RecordShape(defaults.getClass());
    for (RecordComponent component : shape.components()) {
      Object value = shape.get(defaults, component);
      String key = prefix + shape.key(component);
      if (shape.unwrapped(component)) {
        describe(prefix, (Record) value, keys);
      } else if (value instanceof Record nested) {
        describe(key + ".", nested, keys);
      } else {
        keys.add(info(key, component, value));
      }
    }
  }

  private static KeyInfo info(String key, RecordComponent component, Object defaultValue) {
    Type type = component.getGenericType();
    String label = ValueType.label(type);
    JsonNode value = ValueType.tree(defaultValue);
    ConfigKey says = component.getAnnotation(ConfigKey.class);
    String allowed = says == null ? "" : says.allowed();
    return new KeyInfo(
        key,
        label,
        value.isTextual() ? value.textValue() : value.toString(),
        says == null ? "" : says.value(),
        allowed.isEmpty() ? derived(type) : allowed);
  }

  private static String derived(Type type) {
    return switch (ValueType.of(type)) {
      case BOOLEAN -> "true, false";
      case CONSTANT -> String.join(", ", ValueType.constants((Class<?>) type));
      case LIST -> derived(ValueType.element(type));
      case OPTIONAL -> derived(ValueType.element(type));
      case INTEGER, NUMBER, TEXT, RECORD, MAP, TREE, ANY, FREE_FORM -> "";
    };
  }
}
