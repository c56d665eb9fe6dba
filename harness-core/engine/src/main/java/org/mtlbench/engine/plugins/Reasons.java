package org.mtlbench.engine.plugins;

import java.nio.file.FileSystemException;
import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.plugin.Bundle;

/** Describes in one line why a plugin failed. */
public final class Reasons {
  private static final int MAX_LENGTH = 300;
  private static final Pattern LISTED = Pattern.compile("Provider (\\S+) (.*)");

  private Reasons() {}

  /** The reason behind an exception. */
  public static String of(Throwable failure) {
    return oneLine(describe(failure));
  }

  private static String describe(Throwable failure) {
    if (failure instanceof InvalidConfigException invalid) {
      return invalid.problems().stream().map(Problem::message).collect(Collectors.joining("; "));
    }
    if (failure instanceof ServiceConfigurationError service) {
      return service.getCause() == null ? listed(service) : describe(service.getCause());
    }
    if (failure instanceof LinkageError unlinked) {
      return unlinked(unlinked);
    }
    if (failure instanceof StackOverflowError) {
      return "its calls nest too deeply";
    }
    if (failure instanceof OutOfMemoryError) {
      return "out of memory" + inBrackets(failure);
    }
    if (failure instanceof ClassNotFoundException) {
      return missing(failure);
    }
    if (failure instanceof NoSuchMethodException) {
      return "no public constructor without parameters";
    }
    if (failure instanceof ZipException) {
      return "not a readable jar" + inBrackets(failure);
    }
    if (failure instanceof FileSystemException file) {
      return "cannot use the file " + file.getFile() + inBrackets(file.getReason());
    }
    return thrown(failure);
  }

  /** The reason of a service loader for an entry of a service file. */
  private static String listed(ServiceConfigurationError failure) {
    String text =
        String.valueOf(failure.getMessage()).replace(Bundle.class.getName() + ": ", "").strip();
    Matcher provider = LISTED.matcher(text);
    if (!provider.matches()) {
      return "its service file cannot be used" + inBrackets(text);
    }
    return "its service file lists "
        + provider.group(1)
        + (provider.group(2).startsWith("not found")
            ? ", which is missing"
            : ", which is not a bundle");
  }

  private static String unlinked(LinkageError failure) {
    if (failure instanceof ExceptionInInitializerError) {
      return failure.getCause() == null
          ? "its static initialiser failed"
          : "its static initialiser failed: " + describe(failure.getCause());
    }
    if (failure instanceof UnsupportedClassVersionError) {
      return "compiled for a newer Java than " + Runtime.version().feature();
    }
    String text = String.valueOf(failure.getMessage());
    if (failure instanceof NoClassDefFoundError) {
      return text.contains("initialize class")
          ? "its static initialiser failed before"
          : missing(failure);
    }
    return "it does not fit this version of the program; build it against this one"
        + inBrackets(text);
  }

  private static String missing(Throwable failure) {
    return "code that it needs is missing"
        + inBrackets(String.valueOf(failure.getMessage()).replace('/', '.'));
  }

  /** The message of the exception, or a description of the exception if thrown by Java. */
  private static String thrown(Throwable failure) {
    if (failure instanceof NullPointerException) {
      return "a required value is null";
    }
    if (failure instanceof ClassCastException) {
      return "a value is of another type than it expects";
    }
    String text = failure.getMessage();
    return text == null || text.isBlank() ? "it failed without a message" : text;
  }

  private static String inBrackets(Throwable failure) {
    return inBrackets(failure.getMessage());
  }

  private static String inBrackets(String text) {
    return text == null || text.isBlank() ? "" : " (" + text.strip() + ")";
  }

  private static String oneLine(String text) {
    String line = text.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 3) + "...";
  }
}
