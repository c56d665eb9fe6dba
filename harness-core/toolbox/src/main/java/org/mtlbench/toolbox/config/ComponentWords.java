package org.mtlbench.toolbox.config;

import java.lang.reflect.RecordComponent;
import java.util.Optional;

/** Phrases for record components in messages. */
final class ComponentWords {
  private ComponentWords() {}

  /** The allowed values of a key, for example {@code a number above 0}. */
  static String expected(RecordComponent component) {
    return Optional.ofNullable(component.getAnnotation(Expected.class))
        .map(Expected::value)
        .or(() -> noun(component).map(noun -> "a list of at least one " + noun))
        .orElseGet(() -> ValueType.phrase(component.getGenericType()));
  }

  /** The noun for an entry of a list; absent for components without {@link Entries}. */
  static Optional<String> noun(RecordComponent component) {
    return Optional.ofNullable(component.getAnnotation(Entries.class)).map(Entries::value);
  }
}
