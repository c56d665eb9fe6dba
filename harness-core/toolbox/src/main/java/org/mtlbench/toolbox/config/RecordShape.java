package org.mtlbench.toolbox.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A config record as users see it: keys in kebab case, with the keys of {@link JsonUnwrapped}
 * components at the record's own level. Jackson's unwrapping stops at the first problem of a
 * record, so the shape is derived from the record class directly.
 */
final class RecordShape {
  private static final PropertyNamingStrategies.KebabCaseStrategy KEBAB =
      new PropertyNamingStrategies.KebabCaseStrategy();

  private final Class<? extends Record> type;
  private final RecordComponent[] components;

  /**
   * @throws IllegalArgumentException if two components have the same key, or a component that is
   *     not a record is unwrapped
   */
  RecordShape(Class<? extends Record> type) {
    this.type = type;
    this.components = type.getRecordComponents();
    Set<String> seen = new HashSet<>();
    for (String key : keys()) {
      if (!seen.add(key)) {
        throw new IllegalArgumentException(type.getName() + " has two components for key " + key);
      }
    }
  }

  List<RecordComponent> components() {
    return List.of(components);
  }

  /** All keys in the order of declaration, including those of unwrapped components. */
  List<String> keys() {
    return components().stream()
        .filter(RecordShape::isKey)
        .flatMap(c -> unwrapped(c) ? inner(c).keys().stream() : List.of(key(c)).stream())
        .toList();
  }

  /** Whether a component is a key; others are locations or ignored. */
  static boolean isKey(RecordComponent component) {
    return !component.isAnnotationPresent(Location.class)
        && !component.getAccessor().isAnnotationPresent(JsonIgnore.class);
  }

  String key(RecordComponent component) {
    return KEBAB.translate(component.getName());
  }

  boolean unwrapped(RecordComponent component) {
    Method accessor = component.getAccessor();
    JsonUnwrapped annotation = accessor.getAnnotation(JsonUnwrapped.class);
    if (annotation == null) {
      return false;
    }
    if (!annotation.prefix().isEmpty() || !annotation.suffix().isEmpty()) {
      throw new IllegalArgumentException(
          type.getName() + "." + component.getName() + ": unwrapping knows no prefix or suffix");
    }
    if (!component.getType().isRecord()) {
      throw new IllegalArgumentException(
          type.getName() + "." + component.getName() + ": only records can be unwrapped");
    }
    return true;
  }

  /** The shape of a component that is a record. */
  RecordShape inner(RecordComponent component) {
    return new RecordShape(component.getType().asSubclass(Record.class));
  }

  /** The value of a component. */
  Object get(Record record, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("cannot read " + type.getName() + "." + component, e);
    }
  }

  /**
   * Calls the canonical constructor.
   *
   * @throws RuntimeException the exception of the constructor, unchanged
   */
  Record create(Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("the constructor of " + type.getName() + " failed", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getName(), e);
    }
  }

  /** An enum constant as users write it. */
  static String constant(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
