package org.mtlbench.reports.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.reports.model.Column.Align;

class MarkdownTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a|b; a\\|b",
        "<script>; \\<script>",
        "`code`; \\`code\\`",
        "back\\slash; back\\\\slash",
        "[x](y); \\[x\\](y)",
        "*b* ~s~ $m$; \\*b\\* \\~s\\~ \\$m\\$",
        "s_min reached; s_min reached",
        "_all_; \\_all\\_",
        "R&D &lt &amp; R&D &lt &amp",
        "été ± 漢字; été ± 漢字"
      })
  void foreignTextShowsAsItIs(String text, String markdown) {
    assertThat(MarkdownText.escape(text)).isEqualTo(markdown);
  }

  @Test
  void doesNotDecodeEntities() {
    assertThat(MarkdownText.escape("&lt; &#124;")).isEqualTo("\\&lt; \\&#124;");
  }

  @Test
  void removesLineBreaksAndControlSequences() {
    assertThat(MarkdownText.escape(" a\r\n\tb\u001b[31m\u0085c\u2028d\u0000e "))
        .isEqualTo("a b \\[31m c d e");
  }

  @Test
  void fenceIsLongerThanContent() {
    assertThat(MarkdownText.codeBlock("echo ```` \n rm")).isEqualTo("`````sh\necho ```` rm\n`````");
  }

  @Test
  void alignsTables() {
    MarkdownTable table = new MarkdownTable().column("Name", Align.LEFT).column("%", Align.RIGHT);
    table.row(List.of("a", "1.00"));
    table.row(List.of("longer ±", "12.00"));

    assertThat(table.render())
        .isEqualTo(
            """
            | Name     |     % |
            |----------|------:|
            | a        |  1.00 |
            | longer ± | 12.00 |
            """);
    assertThatThrownBy(() -> table.row(List.of("a"))).isInstanceOf(IllegalArgumentException.class);
  }
}
