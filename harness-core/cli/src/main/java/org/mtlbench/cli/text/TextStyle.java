package org.mtlbench.cli.text;

import java.util.regex.Pattern;

/**
 * Colours and emphasis of text on a terminal. The launcher enables them for standard output and for
 * standard error if these are terminals, NO_COLOR is not set, and --no-color is not given. A colour
 * never replaces words.
 */
public enum TextStyle {
  HEADING("1"),
  DONE("32"),
  PROGRESS("36"),
  WARNING("33"),
  FAILURE("31");

  private static final String RESET = "\u001b[0m";
  private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[[0-9;]*m");

  private final String code;

  TextStyle(String code) {
    this.code = code;
  }

  /** Whether standard output has colours. */
  public static boolean inOutput() {
    return Boolean.getBoolean("mtlbench.colours.out");
  }

  /** Whether standard error has colours. */
  public static boolean inErrors() {
    return Boolean.getBoolean("mtlbench.colours.err");
  }

  /** A text for standard output in this style. */
  public String output(String text) {
    return inOutput() ? styled(text) : text;
  }

  /** A text for standard error in this style. */
  public String error(String text) {
    return inErrors() ? styled(text) : text;
  }

  private String styled(String text) {
    return text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
  }

  /** The number of characters seen. */
  public static int width(String text) {
    return plain(text).length();
  }

  /** The text without styles, as many characters as are seen. */
  public static String plain(String text) {
    return text.indexOf('\u001b') < 0 ? text : SEQUENCE.matcher(text).replaceAll("");
  }
}
