package org.mtlbench.toolbox.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A config value with its own syntax, for example one that is either a text or a mapping. */
public interface FreeForm {
  /**
   * Marks the static method that parses a value. Its parameters are a {@link JsonNode} and its
   * path; it throws an {@link org.mtlbench.api.config.InvalidConfigException} with full paths.
   */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @interface Reader {}

  /** The value as users write it; the inverse of parsing. */
  JsonNode tree();
}
