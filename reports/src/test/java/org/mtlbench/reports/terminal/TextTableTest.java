package org.mtlbench.reports.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtlbench.reports.model.Column;

class TextTableTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("name", "name"), Column.number("n", "n"), Column.text("text", "description"));
  private static final List<List<String>> ROWS =
      List.of(List.of("a", "1", "short"), List.of("longer", "1000", "one two three four five six"));

  @Test
  void alignsNumbersRightAndTextsLeft() {
    assertThat(TextTable.lines(COLUMNS, ROWS, 80))
        .containsExactly(
            "name       n  description",
            "a          1  short",
            "longer  1000  one two three four five six");
    assertThat(TextTable.width(COLUMNS, ROWS)).isEqualTo(41);
  }

  @Test
  void wrapsWidestTexts() {
    assertThat(TextTable.lines(COLUMNS, ROWS, 30))
        .containsExactly(
            "name       n  description",
            "a          1  short",
            "longer  1000  one two three",
            "              four five six");
  }

  @Test
  void neverWrapsNumbers() {
    assertThat(TextTable.lines(COLUMNS, ROWS, 1)).contains("longer  1000  one two");
  }

  @Test
  void breaksLinesAtSpacesAndLongWordsAnywhere() {
    assertThat(LineBreaks.wrap("one two three", 7)).containsExactly("one two", "three");
    assertThat(LineBreaks.wrap("one extraordinary", 6))
        .containsExactly("one", "extrao", "rdinar", "y");
    assertThat(LineBreaks.wrap("", 5)).containsExactly("");
    assertThat(LineBreaks.hanging("one two three", 7)).containsExactly("one", "  two", "  three");
    assertThat(LineBreaks.cut("one two three", 10)).isEqualTo("one two...");
    assertThat(LineBreaks.cut("one two", 7)).isEqualTo("one two");
  }
}
