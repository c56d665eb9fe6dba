package org.mtlbench.engine.plugins;

/** Says in one line why a plugin failed. */
public final class Reasons {
  private Reasons() {}

  /** The reason behind an exception. */
  public static String of(Throwable failure) {
    if (failure instanceof ExceptionInInitializerError e && e.getCause() != null) {
      return "its static initialiser threw " + of(e.getCause());
    }
    String text = failure.getMessage();
    String kind = failure.getClass().getSimpleName();
    return firstLine(text == null || text.isBlank() ? kind : kind + ": " + text);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text).strip();
  }
}
