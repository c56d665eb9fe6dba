package org.mtlbench.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.mtlbench.api.config.InvalidConfigException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Paths as users type them. An empty one would be the working directory, which nobody means. */
public final class PathConverter implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    try {
      return parse("path", text);
    } catch (InvalidConfigException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /**
   * The path that a text names.
   *
   * @param option that it was given to
   * @throws InvalidConfigException if the text names none
   */
  public static Path parse(String option, String text) {
    try {
      if (!text.isBlank()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      throw new InvalidConfigException(option, text, allowed(text));
    }
    throw new InvalidConfigException(option, "'" + text + "'", allowed(text));
  }

  /** What may stand in place of a text that names no path. */
  public static String allowed(String text) {
    if (text.isBlank()) {
      return "the name of a file or folder";
    }
    if (text.chars().allMatch(c -> c < 128)) {
      return "a name that this system has for files and folders";
    }
    return "a name in letters that the locale knows ("
        + System.getProperty("sun.jnu.encoding")
        + "); for all letters: export LC_ALL=C.UTF-8";
  }
}
