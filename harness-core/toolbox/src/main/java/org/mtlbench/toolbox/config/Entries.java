package org.mtlbench.toolbox.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a list that has at least one entry, no two of them alike; see {@link Distinct}. An empty
 * list can be a default only.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Entries {
  /** An entry in a word or two, for example {@code dataset}. */
  String value();
}
