package org.mtlbench.launch;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text for POSIX shells. */
public final class ShellText {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private ShellText() {}

  /** Whether a shell takes a word literally without quotes. */
  public static boolean plain(String word) {
    return PLAIN.matcher(word).matches();
  }

  /** A word that the shell takes literally, in quotes if necessary. */
  public static String quote(String word) {
    return plain(word) ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** Words that the shell takes literally, separated by spaces. */
  public static String quote(List<String> words) {
    return words.stream().map(ShellText::quote).collect(Collectors.joining(" "));
  }

  /** Text for a comment of one line: line breaks and other control characters are replaced. */
  public static String comment(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
