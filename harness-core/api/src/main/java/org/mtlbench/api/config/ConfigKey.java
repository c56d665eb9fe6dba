package org.mtlbench.api.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a component of a config record means; {@code list} shows it to users. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ConfigKey {
  /** What the key does, in one phrase. */
  String value();

  /** What is allowed; empty for enums and booleans, where it is derived. */
  String allowed() default "";
}
