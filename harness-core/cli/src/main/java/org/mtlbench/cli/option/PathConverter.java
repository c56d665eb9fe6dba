package org.mtlbench.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.mtlbench.api.config.InvalidConfigException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts paths. An empty text is rejected instead of meaning the working directory. */
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
   * Parses a path.
   *
   * @param option name of the option
   * @throws InvalidConfigException if the text is not a valid path
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

  /** The allowed values for an invalid path, for messages. */
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
