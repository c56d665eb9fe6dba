package org.mtlbench.reports.latex;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Text;

class LatexTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "50% & #1_a;50\\% \\& \\#1\\_a",
        "\\input{x};\\textbackslash{}input\\{x\\}",
        "$x^2$ ~;\\$x\\textasciicircum{}2\\$ \\textasciitilde{}",
        "<b>|`\";\\textless{}b\\textgreater{}\\textbar{}\\textasciigrave{}\\symbol{34}",
        "--budget 'a'' ,,;-{}-budget 'a'{}' ,{},",
        "[1]*;{[}1]{*}",
        "R²;R\\ensuremath{^2}",
        "Größe ±;Größe \\ensuremath{\\pm}",
        "中 😀 α;\\mtlchar{4E2D} \\mtlchar{1F600} \\mtlchar{03B1}",
        " ends ; ends "
      })
  void escapesLatexSyntax(String text, String latex) {
    assertThat(LatexText.escape(text)).isEqualTo(latex);
  }

  @Test
  void replacesLineBreaksAndControlCharacters() {
    assertThat(LatexText.escape("a\n\n\\par\u0000b\u202ec"))
        .isEqualTo("a \\textbackslash{}par b c");
    assertThat(LatexText.escape("")).isEmpty();
    assertThat(LatexText.escape("\n")).isEqualTo(" ");
  }

  @Test
  void allowsBreaksInLongWords() {
    assertThat(LatexText.escape("0123456789".repeat(4)))
        .isEqualTo(
            "012345678901234567890123\\allowbreak{}45678901\\allowbreak{}23456789\\allowbreak{}");
  }

  @Test
  void setsNumbersInMathMode() {
    assertThat(LatexText.number("97.10 ± 0.25", Style.PLAIN)).isEqualTo("$97.10 \\pm 0.25$");
    assertThat(LatexText.number("-0.16", Style.BEST_OF_DATASET)).isEqualTo("$\\mathbf{-0.16}$");
    assertThat(LatexText.number("1.00", Style.BEST_OF_ARCHITECTURE))
        .isEqualTo("\\underline{$1.00$}");
    assertThat(LatexText.number("311,494", Style.PLAIN)).isEqualTo("$311{,}494$");
    assertThat(LatexText.number("<0.0001", Style.PLAIN)).isEqualTo("$<0.0001$");
    assertThat(LatexText.number("$x$", Style.PLAIN)).isEqualTo("\\$x\\$");
  }

  @Test
  void stylesWrapEscapedText() {
    Text text = Text.of("a_").with("b%", Style.BEST_OF_DATASET).code("c#");

    assertThat(LatexText.of(text)).isEqualTo("a\\_\\textbf{b\\%}\\texttt{c\\#}");
  }
}
