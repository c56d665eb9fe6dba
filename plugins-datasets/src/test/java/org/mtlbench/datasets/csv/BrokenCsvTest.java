package org.mtlbench.datasets.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DataAccess;

/** Tests the errors for invalid files and for files that do not match the config. */
class BrokenCsvTest {
  private static final String PRICE = "'targets': {'price': 'regression'}";
  private static final String SOLD = "'targets': {'sold': 'classification'}";
  private static final String TAGS =
      "'targets': {'tags': {'kind': 'multi-label', 'columns': ['a', 'b']}}";

  @TempDir Path folder;

  /**
   * A broken file.
   *
   * @param content of t.csv
   * @param config config other than the file
   * @param messages all messages, without the common start of the location
   */
  private record Broken(String name, byte[] content, String config, List<String> messages) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Broken broken(String name, String content, String config, String... messages) {
    return new Broken(
        name, content.getBytes(StandardCharsets.UTF_8), config, Arrays.asList(messages));
  }

  private static Broken bytes(String name, byte[] content, String message) {
    return new Broken(name, content, PRICE, List.of(message));
  }

  static Stream<Broken> files() {
    return Stream.of(
        broken("empty", "", PRICE, ", line 1: found an empty file, expected a table"),
        broken(
            "header only",
            "area,price\n",
            PRICE,
            ", line 1: found no row below the header, expected rows of a table"),
        broken(
            "endless row",
            "area,price\n1,2\n\"" + "3\n".repeat(9 << 20),
            PRICE,
            ", line 3: found a row of more than 16777216 characters, expected shorter rows; an"
                + " unclosed quote makes the rest of the file one row"),
        broken(
            "too few cells",
            "area,price\n1,2\n3\n4,5\n",
            PRICE,
            ", line 3, column price: found a row of 1 cell, expected 2 cells, as in the first line"),
        broken(
            "too many cells",
            "area,price\n1,2\n3,4,5\n",
            PRICE,
            ", line 3, column 3: found a row of 3 cells, expected 2 cells, as in the first line"),
        broken(
            "open quote",
            "area,price\n1,2\n3,\"4\n5,6\n",
            PRICE,
            ", line 3, column 2: found an unclosed quote, expected a closing quote"),
        broken(
            "text after a quote",
            "area,price\n\"1\n0\",2\n\"3\"x,4\n",
            PRICE,
            ", line 4, column 1: found text after a closing quote, expected a delimiter (a"
                + " quote within a text is written as two quotes)"),
        broken(
            "column without a name",
            "area,,price\n1,2,3\n",
            PRICE,
            ", line 1, column 2: found a column without a name, expected a name"),
        broken(
            "column twice",
            "area,price,area\n1,2,3\n",
            PRICE,
            ", line 1, column 3: found 'area' again, expected a unique name for each column"),
        broken(
            "wrong delimiter",
            "area;price\n1;2\n",
            PRICE,
            "targets.price: found 'price', expected a column of t.csv, line 1: area;price; is the"
                + " delimiter ;?"),
        broken(
            "target without a column",
            "area,prices\n1,2\n",
            PRICE,
            "targets.price: found 'price', expected a column of t.csv, line 1: area, prices"
                + " (nearest: 'prices')"),
        broken(
            "text among the labels of a regression",
            "area,price\n1,2\n2,3\n3,cheap\n4,\"5,5\"\n",
            PRICE,
            ", line 4, column price: found 'cheap', expected " + CsvFeatures.NUMBER,
            ", line 5, column price: found '5,5', expected " + CsvFeatures.NUMBER),
        broken(
            "infinite and huge numbers",
            "area,price\n1,Infinity\n2,1e999\n3,0x10\n4,5\n",
            PRICE,
            ", line 2, column price: found 'Infinity', expected " + CsvFeatures.NUMBER,
            ", line 3, column price: found '1e999', expected " + CsvFeatures.NUMBER,
            ", line 4, column price: found '0x10', expected " + CsvFeatures.NUMBER),
        broken(
            "text in a column of numbers",
            "area,price\n1,1\n2,2\n3O,3\n4,4\n",
            PRICE,
            ", line 4, column area: found '3O', expected "
                + CsvFeatures.NUMBER
                + ", like most of the column; a text of missing; or the column in categorical"),
        broken(
            "one class only",
            "area,sold\n1,yes\n2,\n3,yes\n",
            SOLD,
            ", line 1, column sold: found the class 'yes' only, expected from 2 to 1000 classes;"
                + " numbers can be of kind regression"),
        broken(
            "too many classes",
            "area,sold\n" + numbered(1001),
            SOLD,
            ", line 1, column sold: found 1001 classes, expected from 2 to 1000 classes; numbers"
                + " can be of kind regression"),
        broken(
            "too many categories",
            "id,price\n" + named(1001),
            PRICE,
            ", line 1, column id: found 1001 distinct texts, expected at most 1000 categories, or"
                + " the column in ignore"),
        broken(
            "labels that are neither 0 nor 1",
            "x,a,b\n1,0,1\n2,2,maybe\n",
            TAGS,
            ", line 3, column a: found '2', expected 0, 1, false, true or an empty cell",
            ", line 3, column b: found 'maybe', expected 0, 1, false, true or an empty cell"),
        broken(
            "feature without a value",
            "area,empty,price\n1,,2\n2,NA,3\n3,,4\n",
            PRICE,
            ", line 1, column empty: found no value in any row, expected a value in at least one row, or"
                + " the column in ignore"),
        broken(
            "no feature",
            "price\n1\n2\n3\n",
            PRICE,
            ", line 1: found no column other than those of targets and split, expected at least one"
                + " feature"),
        broken(
            "constant features",
            "area,price\n1,2\n1,3\n1,4\n1,5\n",
            PRICE,
            ", line 1: found no feature that varies between training rows, expected at least one"
                + " such column"),
        broken(
            "unknown split",
            "part,area,price\ntrain,1,2\ntrian,2,3\n,3,4\n",
            PRICE + ", 'split-column': 'part'",
            ", line 3, column part: found 'trian', expected train, validation or test",
            ", line 4, column part: found nothing, expected train, validation or test"),
        broken(
            "a split without rows",
            "part,area,price\ntrain,1,2\ntrain,2,3\ntest,3,4\n",
            PRICE + ", 'split-column': 'part'",
            ", line 1: found no validation row among 3, expected rows of every split"),
        broken(
            "a split without labels",
            "part,area,price\ntrain,1,2\ntrain,2,3\nvalidation,2,3\ntest,3,\n",
            PRICE + ", 'split-column': 'part'",
            ", line 1, column price: found no label in any test row, expected labels in every"
                + " split"),
        broken(
            "too few rows",
            "area,price\n1,2\n2,3\n",
            PRICE,
            ", line 1: found no train row among 2, expected rows of every split"),
        broken(
            "a NUL character",
            "area,price\n1,2\n2,\0\n",
            PRICE,
            ", line 3, column price: found a NUL character, expected a text file"),
        bytes(
            "not UTF-8",
            "area,price\n1,2\nM\u00fcnchen,3\n".getBytes(StandardCharsets.ISO_8859_1),
            ", line 3, column 1: found the byte 0xfc, expected text in UTF-8"),
        bytes(
            "UTF-16",
            "area,price\n1,2\n".getBytes(StandardCharsets.UTF_16),
            ", line 1, column 1: found text in UTF-16, expected text in UTF-8"));
  }

  private static String numbered(int rows) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rows; i++) {
      text.append(i).append(',').append(i).append('\n');
    }
    return text.toString();
  }

  private static String named(int rows) {
    return numbered(rows).replaceAll("(?m)^", "h").replaceAll("h$", "");
  }

  private List<String> problems(String config) {
    DataAccess access = new DataAccess(folder, folder, false);
    return catchThrowableOfType(
            InvalidConfigException.class,
            () -> new CsvPlugin().facts(CsvFixture.config(config), access))
        .problems()
        .stream()
        .map(Problem::message)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void reportsFileLineAndColumn(Broken broken) throws IOException {
    Files.write(folder.resolve("t.csv"), broken.content());
    List<String> expected =
        broken.messages().stream().map(m -> m.startsWith(",") ? "file (t.csv)" + m : m).toList();
    assertThat(problems("{'file': 't.csv', " + broken.config() + "}"))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void reportsFolderOfMissingFile() {
    assertThat(problems("{'file': 't.csv', " + PRICE + "}"))
        .containsExactly(
            "file (t.csv): found no file at "
                + folder.resolve("t.csv")
                + ", expected a CSV file in the data folder (set with --data-dir)");
    assertThat(problems("{}"))
        .containsExactly(
            "file: found nothing, expected the name of a CSV file",
            "targets: found nothing, expected at least one task, such as {price: regression}");
  }

  @Test
  void rejectsOtherColumnsInFurtherFile() throws IOException {
    CsvFixture.write(folder, "t.csv", "area,price\n1,2\n2,3\n");
    CsvFixture.write(folder, "u.csv", "area,prize\n1,2\n");
    assertThat(problems("{'file': 't.csv', 'test-file': 'u.csv', " + PRICE + "}"))
        .containsExactly(
            "test-file (u.csv), line 1: found no column price, expected the columns of t.csv",
            "test-file (u.csv), line 1, column 2: found 'prize', expected the columns of t.csv"
                + " only");
  }

  @Test
  void reportsLinesOfFurtherFile() throws IOException {
    CsvFixture.write(folder, "t.csv", "area,price\n1,2\n2,3\n3,4\n");
    CsvFixture.write(folder, "u.csv", "area,price\n\n1,2\n2,x\n");
    assertThat(problems("{'file': 't.csv', 'test-file': 'u.csv', " + PRICE + "}"))
        .containsExactly(
            "test-file (u.csv), line 4, column price: found 'x', expected " + CsvFeatures.NUMBER);
  }

  @Test
  void rejectsColumnsWithTwoUses() throws IOException {
    CsvFixture.write(folder, "t.csv", "area,price,part\n1,2,train\n");
    assertThat(
            problems(
                "{'file': 't.csv', 'targets': {'price': 'regression', 'b': {'kind':"
                    + " 'classification', 'columns': ['price', 'area']}}, 'split-column': 'price',"
                    + " 'features': ['area', 'arae'], 'ignore': ['pat']}"))
        .containsExactly(
            "ignore: found 'pat', expected a column of t.csv, line 1: area, price, part (nearest:"
                + " 'part')");
    assertThat(
            problems(
                "{'file': 't.csv', 'targets': {'price': 'regression', 'b': {'kind':"
                    + " 'classification', 'columns': ['price', 'area']}}, 'split-column': 'price',"
                    + " 'features': ['area', 'arae']}"))
        .containsExactly(
            "targets.b: found 'price', expected a column that targets.price does not use",
            "targets.b.columns: found [price, area], expected one column for a classification",
            "split-column: found 'price', expected a column that targets.price does not use",
            "features[0]: found 'area', expected a column that targets.b does not use",
            "features[1]: found 'arae', expected a column of t.csv, line 1: area, price, part"
                + " (nearest: 'area')");
  }

  @Test
  void countsProblemsAfterFirstTwenty() throws IOException {
    CsvFixture.write(
        folder, "t.csv", "area,price\n" + "1,x\n".repeat(30) + "1,2\n".repeat(3) + "1\n");
    List<String> problems = problems("{'file': 't.csv', " + PRICE + "}");
    assertThat(problems).hasSize(21);
    assertThat(problems.get(0)).startsWith("file (t.csv), line 35, column price: found a row of 1");
    assertThat(problems.get(20))
        .isEqualTo("file: found 11 more problems, expected a file without them");
  }
}
