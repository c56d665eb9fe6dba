package org.mtlbench.toolbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of value that a config key can have, each strict about what it takes: no text for a
 * number, no fraction for a whole number, nothing for null.
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

  LIST("a list") {
    @Override
    Optional<Object> scalar(Class<?> type, JsonNode node) {
      return Optional.empty();
    }
  },

  RECORD("a mapping of keys") {
    @Override
    Optional<Object> scalar(Class<?> type, JsonNode node) {
      return Optional.empty();
    }
  };

  private final String phrase;

  ValueType(String phrase) {
    this.phrase = phrase;
  }

  /** The value of a scalar, or empty if the node is of another kind or out of range. */
  abstract Optional<Object> scalar(Class<?> type, JsonNode node);

  /**
   * The kind of a component's type.
   *
   * @throws IllegalArgumentException if config records cannot have it
   */
  static ValueType of(Type type) {
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return LIST;
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
            + "; known are boolean, int, long, double, String, enums, records and lists of these");
  }

  /** The type of a list's elements. */
  static Type element(Type list) {
    return ((ParameterizedType) list).getActualTypeArguments()[0];
  }

  /** What may stand there, as a phrase that completes "expected ...". */
  static String phrase(Type type) {
    return switch (of(type)) {
      case BOOLEAN, NUMBER, TEXT, RECORD -> of(type).phrase;
      case INTEGER ->
          type == int.class || type == Integer.class
              ? "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE
              : "a whole number of at most 64 bits";
      case CONSTANT -> "one of " + String.join(", ", constants((Class<?>) type));
      case LIST -> "a list, each entry " + phrase(element(type));
    };
  }

  /** The kind in a word or two, for listings. */
  static String label(Type type) {
    return switch (of(type)) {
      case BOOLEAN -> "boolean";
      case INTEGER -> "whole number";
      case NUMBER -> "number";
      case TEXT -> "text";
      case CONSTANT -> "choice";
      case RECORD -> "mapping";
      case LIST -> "list of " + label(element(type));
    };
  }

  /** The constants of an enum as users write them. */
  static List<String> constants(Class<?> type) {
    return Arrays.stream((Enum<?>[]) type.getEnumConstants()).map(RecordShape::constant).toList();
  }

  /** A value as a tree; the inverse of reading. */
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
