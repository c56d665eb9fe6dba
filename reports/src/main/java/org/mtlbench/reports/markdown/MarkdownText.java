package org.mtlbench.reports.markdown;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mtlbench.reports.model.SingleLine;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Text;

/** Escapes text for Markdown, so that it is shown literally. */
final class MarkdownText {
  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*|<\\[\\]~$]|&(?=#?\\w+;)");
  // An underscore inside a word needs no escape, and an escape would make the plain text harder to
  // read.
  private static final Pattern UNDERSCORE =
      Pattern.compile("(?<![\\p{L}\\p{N}_])_|_(?![\\p{L}\\p{N}_])");

  private MarkdownText() {}

  /** Escapes one line of inline Markdown, also valid in table cells. */
  static String escape(String text) {
    String line = SPECIAL.matcher(SingleLine.of(text)).replaceAll("\\\\$0");
    return UNDERSCORE.matcher(line).replaceAll("\\\\_");
  }

  /** Renders a text with its styles. */
  static String of(Text text) {
    return text.spans().stream()
        .map(span -> styled(span.text(), span.style()))
        .collect(Collectors.joining());
  }

  /** Renders text in a style; leading and trailing spaces are kept. */
  static String styled(String text, Style style) {
    return switch (style) {
      case PLAIN -> escapeInline(text);
      case CODE -> code(text);
      case BEST_OF_ARCHITECTURE -> "_" + escape(text) + "_";
      case BEST_OF_DATASET -> "**" + escape(text) + "**";
    };
  }

  private static String code(String text) {
    String line = SingleLine.of(text).replace("|", "\\|");
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    String space = fence.length() > 1 ? " " : "";
    return fence + space + line + space + fence;
  }

  private static String escapeInline(String text) {
    String before = text.startsWith(" ") ? " " : "";
    String behind = text.length() > 1 && text.endsWith(" ") ? " " : "";
    return before + escape(text) + behind;
  }

  /** A fenced code block with one line; the fence is longer than any run of backticks in it. */
  static String codeBlock(String text) {
    String line = SingleLine.of(text);
    String fence = "```";
    while (line.contains(fence)) {
      fence += "`";
    }
    return fence + "sh\n" + line + "\n" + fence;
  }
}
