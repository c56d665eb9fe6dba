package org.mtlbench.reports.latex;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.SingleLine;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Text;

/**
 * Escapes text for LaTeX. Characters that not every engine supports are written with {@code
 * \mtlchar}, which {@link LatexDocument} defines.
 */
final class LatexText {
  private static final Map<Integer, String> WORDS =
      Map.ofEntries(
          Map.entry((int) '\\', "\\textbackslash{}"),
          Map.entry((int) '{', "\\{"),
          Map.entry((int) '}', "\\}"),
          Map.entry((int) '$', "\\$"),
          Map.entry((int) '&', "\\&"),
          Map.entry((int) '#', "\\#"),
          Map.entry((int) '%', "\\%"),
          Map.entry((int) '_', "\\_"),
          Map.entry((int) '~', "\\textasciitilde{}"),
          Map.entry((int) '^', "\\textasciicircum{}"),
          Map.entry((int) '<', "\\textless{}"),
          Map.entry((int) '>', "\\textgreater{}"),
          Map.entry((int) '|', "\\textbar{}"),
          Map.entry((int) '"', "\\symbol{34}"),
          Map.entry((int) '`', "\\textasciigrave{}"),
          // After the end of a table row, these two would be parsed as options of the row.
          Map.entry((int) '[', "{[}"),
          Map.entry((int) '*', "{*}"),
          Map.entry((int) '²', "\\ensuremath{^2}"),
          Map.entry((int) '±', "\\ensuremath{\\pm}"),
          Map.entry((int) 'Δ', "\\ensuremath{\\Delta}"));

  // Two of these in a row would form a ligature: a dash or a quotation mark.
  private static final String LIGATURES = "-,'";
  private static final Pattern NUMBER = Pattern.compile("[-+<]?[0-9.,/]+( ± [0-9.]+)?");
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int LAST_ASCII = 0x7e;
  private static final int FIRST_LATIN = 0xc0;
  private static final int LAST_LATIN = 0x17f;
  // Hashes and paths have no spaces at which a line could break.
  private static final int LONG_WORD = 24;
  private static final int LONG_WORD_STEP = 8;

  private LatexText() {}

  /** Renders a text with its styles. */
  static String of(Text text) {
    return text.spans().stream()
        .map(span -> styled(span.text(), span.style()))
        .collect(Collectors.joining());
  }

  /** Renders text in a style. */
  static String styled(String text, Style style) {
    String escaped = escape(text);
    return switch (style) {
      case PLAIN -> escaped;
      case CODE -> "\\texttt{" + escaped + "}";
      case BEST_OF_ARCHITECTURE -> "\\underline{" + escaped + "}";
      case BEST_OF_DATASET -> "\\textbf{" + escaped + "}";
    };
  }

  /** Renders a number in a style, in math mode. */
  static String number(String text, Style style) {
    if (!NUMBER.matcher(text).matches()) {
      return styled(text, style);
    }
    String formula = text.replace(",", "{,}").replace("±", "\\pm");
    return switch (style) {
      case PLAIN, CODE -> "$" + formula + "$";
      case BEST_OF_ARCHITECTURE -> "\\underline{$" + formula + "$}";
      case BEST_OF_DATASET -> "$\\mathbf{" + formula + "}$";
    };
  }

  /** Escapes a single line; leading and trailing spaces are kept. */
  static String escape(String text) {
    String line = SingleLine.of("x" + text + "x");
    int[] characters = line.substring(1, line.length() - 1).codePoints().toArray();
    StringBuilder escaped = new StringBuilder();
    int word = 0;
    for (int i = 0; i < characters.length; i++) {
      escaped.append(character(characters[i]));
      if (i + 1 < characters.length
          && characters[i] == characters[i + 1]
          && LIGATURES.indexOf(characters[i]) >= 0) {
        escaped.append("{}");
      }
      word = characters[i] == ' ' ? 0 : word + 1;
      if (word >= LONG_WORD && word % LONG_WORD_STEP == 0) {
        escaped.append("\\allowbreak{}");
      }
    }
    return escaped.toString();
  }

  private static String character(int character) {
    if (WORDS.containsKey(character)) {
      return WORDS.get(character);
    }
    boolean ascii = character >= FIRST_PRINTABLE && character <= LAST_ASCII;
    boolean latin =
        character >= FIRST_LATIN && character <= LAST_LATIN && Character.isLetter(character);
    return ascii || latin
        ? Character.toString(character)
        : String.format(Locale.ROOT, "\\mtlchar{%04X}", character);
  }
}
