package org.mtlbench.toolbox.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a list that must have at least one entry and no duplicates; see {@link Distinct}. An empty
 * list is allowed only as a default.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Entries {
  /** The noun for an entry, for example {@code dataset}. */
  String value();
}
