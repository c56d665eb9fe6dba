package org.mtlbench.api.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents a component of a config record, for the command {@code list}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ConfigKey {
  /** What the key does, in one phrase. */
  String value();

  /** The allowed values; may be empty for enums and booleans, where they are derived. */
  String allowed() default "";
}
