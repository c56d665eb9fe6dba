package org.mtlbench.toolbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The types of config values. Parsing is strict: no text for a number, no fraction for a whole
 * number, no null.
 */
enum ValueType {
  BOOLEAN("true or false") {
    @Override
    Optional<Object> scalar(Class<?> type, JsonNode node) {
      return node.isBoolean() ? Optional.of(node.booleanValue()) : Optional.empty();
    }
  },

  INTEGER("a whole number") {
    @Override
    Optional<Object> scalar(Class<?> type, JsonNode node) {
      boolean small = type == int.class || type == Integer.class;
      if (!node.isIntegralNumber() || !(small ? node.canConvertToInt() : node.canConvertToLong())) {
        return Optional.empty();
      }
      return small ? Optional.of(node.intValue()) : Optional.of(node.longValue());
    }
  },

  NUMBER("a finite number") {
    @Override
    Optional<Object> scalar(Class<?> type, JsonNode node) {
      boolean finite = node.isNumber() && Double.isFinite(node.doubleValue());
      return finite ? Optional.of(node.doubleValue()) : Optional.empty();
    }
  },

  TEXT("a text") {
    @Override
    Optional<Object> scalar(Class<?> type, JsonNode node) {
      return node.isTextual() ? Optional.of(node.textValue()) : Optional.empty();
    }
  },

  CONSTANT("one of") {
    @Override
    Optional<Object> scalar(Class<?> type, JsonNode node) {
      return Arrays.stream((Enum<?>[]) type.getEnumConstants())
          .filter(c -> node.isTextual() && RecordShape.constant(c).equals(node.textValue()))
          .findFirst()
          .map(c -> (Object) c);
    }
  },

  LIST("a list"),

  MAP("a mapping"),

  OPTIONAL(""),

  /** A mapping that is kept unchanged. */
  TREE("a mapping of config keys"),

  /** Any value but null, kept unchanged. */
  ANY("a value of the config key"),

  FREE_FORM("a value"),

  RECORD("a mapping");

  private static final Map<Type, ValueType> KINDS =
      Map.of(List.class, LIST, Map.class, MAP, Optional.class, OPTIONAL);

  private final String phrase;

  ValueType(String phrase) {
    this.phrase = phrase;
  }

  /** The value of a scalar; empty if the node has another type or is out of range. */
  Optional<Object> scalar(Class<?> type, JsonNode node) {
    return Optional.empty();
  }

  /**
   * The type of a component.
   *
   * @throws IllegalArgumentException if config records do not support it
   */
  static ValueType of(Type type) {
    if (type instanceof ParameterizedType generic && KINDS.containsKey(generic.getRawType())) {
      return KINDS.get(generic.getRawType());
    }
    if (type instanceof Class<?> plain) {
      if (plain == boolean.class || plain == Boolean.class) {
        return BOOLEAN;
      }
      if (List.of(int.class, Integer.class, long.class, Long.class).contains(plain)) {
        return INTEGER;
      }
      if (plain == double.class || plain == Double.class) {
        return NUMBER;
      }
      if (plain == String.class) {
        return TEXT;
      }
      if (plain == ObjectNode.class) {
        return TREE;
      }
      if (plain == JsonNode.class) {
        return ANY;
      }
      if (reader(plain).isPresent()) {
        return FREE_FORM;
      }
      if (plain.isEnum()) {
        return CONSTANT;
      }
      if (plain.isRecord()) {
        return RECORD;
      }
    }
    throw new IllegalArgumentException(
        "a config record cannot have a component of type "
            + type.getTypeName()
            + "; supported are boolean, int, long, double, String, enums, records, JSON objects, FreeForm"
            + " values, and lists, maps and optional values of these");
  }

  /** The type of the elements of a list, of the values of a map, or of an optional value. */
  static Type element(Type type) {
    Type[] arguments = ((ParameterizedType) type).getActualTypeArguments();
    return arguments[arguments.length - 1];
  }

  /** The method that parses values of a type; empty unless they are of free form. */
  static Optional<Method> reader(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(FreeForm.Reader.class))
        .findFirst();
  }

  /** A placeholder for a missing value that has been reported already; null if there is none. */
  static Object placeholder(Type type) {
    return switch (of(type)) {
      case BOOLEAN -> false;
      case INTEGER -> type == int.class || type == Integer.class ? (Object) 0 : (Object) 0L;
      case NUMBER -> 0.0;
      case TEXT -> "";
      case CONSTANT -> ((Class<?>) type).getEnumConstants()[0];
      case LIST -> List.of();
      case MAP -> Map.of();
      case OPTIONAL -> Optional.empty();
      case TREE, ANY -> JsonNodeFactory.instance.objectNode();
      case FREE_FORM, RECORD -> null;
    };
  }

  /** The allowed values, as a phrase that completes "expected ...". */
  static String phrase(Type type) {
    return switch (of(type)) {
      case BOOLEAN, NUMBER, TEXT, MAP, TREE, ANY, FREE_FORM -> of(type).phrase;
      case OPTIONAL -> phrase(element(type));
      case RECORD -> record((Class<?>) type);
      case INTEGER ->
          type == int.class || type == Integer.class
              ? "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
              : "a whole number of at most 64 bits";
      case CONSTANT -> "one of " + String.join(", ", constants((Class<?>) type));
      case LIST -> "a list, each entry " + phrase(element(type));
    };
  }

  private static String record(Class<?> type) {
    ShortForm form = type.getAnnotation(ShortForm.class);
    return (form == null ? "" : "its " + form.value() + ", or ")
        + "a mapping with the keys "
        + String.join(", ", new RecordShape(type.asSubclass(Record.class)).keys());
  }

  /** A short name of the type, for listings. */
  static String label(Type type) {
    return switch (of(type)) {
      case BOOLEAN -> "boolean";
      case INTEGER -> "whole number";
      case NUMBER -> "number";
      case TEXT -> "text";
      case CONSTANT -> "choice";
      case RECORD, MAP, TREE -> "mapping";
      case ANY, FREE_FORM -> "value";
      case OPTIONAL -> label(element(type));
      case LIST -> "list of " + label(element(type));
    };
  }

  /** The constants of an enum as users write them. */
  static List<String> constants(Class<?> type) {
    return Arrays.stream((Enum<?>[]) type.getEnumConstants()).map(RecordShape::constant).toList();
  }

  /** A value as a tree; the inverse of parsing. */
  static JsonNode tree(Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (value instanceof Boolean b) {
      return nodes.booleanNode(b);
    } else if (value instanceof Integer i) {
      return nodes.numberNode((int) i);
    } else if (value instanceof Long l) {
      return nodes.numberNode((long) l);
    } else if (value instanceof Double d) {
      return nodes.numberNode((double) d);
    } else if (value instanceof String s) {
      return nodes.textNode(s);
    } else if (value instanceof Enum<?> e) {
      return nodes.textNode(RecordShape.constant(e));
    } else if (value instanceof FreeForm free) {
      return free.tree();
    } else if (value instanceof JsonNode node) {
      return node.deepCopy();
    } else if (value instanceof Optional<?> optional) {
      return optional.map(ValueType::tree).orElse(nodes.nullNode());
    } else if (value instanceof Map<?, ?> map) {
      ObjectNode object = nodes.objectNode();
      map.forEach((key, element) -> object.set(String.valueOf(key), tree(element)));
      return object;
    } else if (value instanceof Record r) {
      return ConfigBinder.toTree(r);
    } else if (value instanceof List<?> list) {
      ArrayNode array = nodes.arrayNode();
      list.forEach(element -> array.add(tree(element)));
      return array;
    }
    throw new IllegalArgumentException(
        "a config record cannot hold " + (value == null ? "null" : value.getClass().getName()));
  }
}
