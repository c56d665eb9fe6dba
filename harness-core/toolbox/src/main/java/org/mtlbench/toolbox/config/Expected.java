package org.mtlbench.toolbox.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A phrase that completes "expected ..." where a value is missing or of the wrong kind; without it,
 * the type says what is expected.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Expected {
  /** The phrase. */
  String value();
}
