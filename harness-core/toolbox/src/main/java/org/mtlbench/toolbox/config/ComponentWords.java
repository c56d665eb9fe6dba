package org.mtlbench.toolbox.config;

import java.lang.reflect.RecordComponent;
import java.util.Optional;

/** What messages say of a record component. */
final class ComponentWords {
  private ComponentWords() {}

  /** What a key may hold, {@code a number above 0}. */
  static String expected(RecordComponent component) {
    return Optional.ofNullable(component.getAnnotation(Expected.class))
        .map(Expected::value)
        .or(() -> noun(component).map(noun -> "a list of at least one " + noun))
        .orElseGet(() -> ValueType.phrase(component.getGenericType()));
  }

  /** What an entry of a list is called; absent for components without {@link Entries}. */
  static Optional<String> noun(RecordComponent component) {
    return Optional.ofNullable(component.getAnnotation(Entries.class)).map(Entries::value);
  }
}
