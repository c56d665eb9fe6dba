package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.command.ExitCode;

/** The data commands for datasets with the configs of a matrix file, and for tables. */
class DataOfMatrixTest {
  @TempDir Path folder;
  private String matrix;

  @BeforeEach
  void write() throws IOException {
    matrix =
        Files.writeString(
                folder.resolve("m.yaml"),
                """
                name: m
                datasets:
                  - id: csv
                    label: flats
                    config: {file: t.csv, targets: {sold: classification, price: regression}}
                architectures: [hps]
                methods: [ls]
                """)
            .toString();
  }

  private void table() throws IOException {
    StringBuilder text = new StringBuilder("area,zone,sold,price\n");
    for (int i = 0; i < 40; i++) {
      text.append(i).append(i % 4 == 0 ? ",north," : ",south,");
      text.append(i % 2 == 0 ? "yes," : "no,").append(i % 10 == 3 ? "" : 2 * i).append('\n');
    }
    Files.writeString(folder.resolve("t.csv"), text);
  }

  private Cli.Result data(String command, String... more) {
    String[] arguments = new String[4 + more.length];
    arguments[0] = "data";
    arguments[1] = command;
    arguments[2] = matrix;
    arguments[3] = "--data-dir=" + folder;
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Cli.run(arguments);
  }

  @Test
  void whereAndVerifyListFilesOfMatrix() throws IOException {
    assertThat(data("where").out()).contains("flats:", "missing  t.csv");
    assertThat(data("verify").code()).isEqualTo(ExitCode.SOME_FAILED);
    table();
    assertThat(data("where").out()).contains("verified  t.csv (your own file");
    assertThat(data("verify").code()).isEqualTo(ExitCode.DONE);
    assertThat(data("fetch").out()).contains("csv reads your own files: nothing to fetch");
  }

  @Test
  void showDescribesColumnsAndTasksOfTable() throws IOException {
    table();
    Path file = folder.resolve("t.txt");
    Cli.Result shown = data("show", "--out=" + file);
    assertThat(shown.code()).as(shown.err()).isEqualTo(ExitCode.DONE);
    assertThat(shown.out()).startsWith("flats:\n").contains("written to " + file);
    assertThat(Files.readAllLines(file).stream().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "area feature, number 0 0 to 39, mean 19.5, deviation 11.543",
            "zone feature, 2 categories 0 south 75.0 %, north 25.0 %",
            "sold target sold, 2 classes 0 no 50.0 %, yes 50.0 %")
        .anyMatch(line -> line.startsWith("price target price, number 4 0 to 78, mean "))
        .anyMatch(line -> line.matches("sold 2 classes 28 6 6 Accuracy [0-9.]+ %"))
        .anyMatch(line -> line.matches("price 1 real number .* RMSE .*, MAE .*, R² .*"));
  }

  @Test
  void showDescribesEmbeddedTable() {
    Cli.Result shown = Cli.run("data", "show", "houses-synthetic");
    assertThat(shown.code()).as(shown.err()).isEqualTo(ExitCode.DONE);
    assertThat(shown.out()).contains("garden", "amenities", "5 labels", "district");
  }

  @Test
  void showsSelectedTasksInTheirOrder() throws IOException {
    Path chosen =
        Files.writeString(
            folder.resolve("digits.yaml"),
            """
            name: digits
            datasets: [{id: multidigits-synthetic, config: {tasks: [digit3, digit1]}}]
            architectures: [hps]
            methods: [ls]
            """);
    Cli.Result shown =
        Cli.run(
            "data", "show", chosen.toString(), "--augmented", "--out=" + folder.resolve("d.png"));
    assertThat(shown.code()).as(shown.err()).isEqualTo(ExitCode.DONE);
    assertThat(shown.out().replaceAll("\\s+", " "))
        .containsSubsequence("digit3", "digit1")
        .doesNotContain("digit2", "digit4");
  }

  @Test
  void rejectsInvalidTableWithLocation() throws IOException {
    Files.writeString(folder.resolve("t.csv"), "area,sold,price\n1,yes,2\n2,no,cheap\n");
    String place = "datasets[0].config.file (t.csv), line 3, column price: found 'cheap', expected";
    for (Cli.Result result :
        new Cli.Result[] {
          data("show"), Cli.run("plan", matrix, "--data-dir=" + folder, "--device=cpu")
        }) {
      assertThat(result.code()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(result.err().replaceAll("\\s+", " ")).contains(place);
    }
  }

  @Test
  void rejectsFileThatIsNotAMatrix() throws IOException {
    Files.writeString(folder.resolve("m.yaml"), "name: m\ndatasets: [csw]\n");
    assertThat(data("where").code()).isEqualTo(ExitCode.BAD_INPUT);
    Cli.Result unknown = Cli.run("data", "where", "houses-synthetics");
    assertThat(unknown.err()).contains("(nearest: 'houses-synthetic')");
  }

  @Test
  void listReportsThatTasksDependOnFile() {
    assertThat(Cli.run("list", "dataset", "csv").out())
        .contains(
            "tasks and inputs depend on its config and files", "key tasks:", "label-separator");
  }
}
