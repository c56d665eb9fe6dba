package org.mtlbench.reports.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.reports.fixtures.UnequalRun;
import org.mtlbench.reports.model.Entry;
import org.mtlbench.reports.model.Style;
import org.mtlbench.reports.model.Table;
import org.mtlbench.reports.model.Text;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.run.RunResults;
import org.mtlbench.results.folder.RunFolder;

/** Rows that report means over the last epochs are marked, and compared with their like only. */
class LastEpochsTest {
  private static final String DATASET = "cifar10mnist-synthetic";
  private static final String NOTE =
      "test scores: mean over the last 10 epochs, no model is selected on validation";
  private static final String SENTENCE =
      DATASET
          + ": rows differ in the epochs whose test scores are reported, so no best row, Delta_m or"
          + " test is shown.";

  @TempDir Path root;
  private RunFolder run;

  @BeforeEach
  void write() throws IOException {
    run = UnequalRun.write(root);
  }

  /** Sets the number of last epochs in the records that satisfy a condition. */
  private Rows withLastEpochs(Predicate<String> records) throws IOException {
    int changed = 0;
    try (Stream<Path> files = Files.list(root.resolve("cells"))) {
      for (Path file : files.toList()) {
        String record = Files.readString(file);
        if (records.test(record)) {
          Files.writeString(file, record.replaceFirst("\\{", "{\"test-epochs\": 10,"));
          changed++;
        }
      }
    }
    assertThat(changed).isPositive();
    return Rows.of(RunResults.read(run));
  }

  private static boolean isOfUw(String record) {
    return record.contains("\"method\" : \"uw\"") && record.contains(DATASET);
  }

  private static List<Entry> means(Table table) {
    return table.rows().stream()
        .filter(row -> table.entry(row, "dataset").orElseThrow().text().equals(DATASET))
        .map(row -> table.entry(row, "accuracy-mean").orElseThrow())
        .toList();
  }

  @Test
  void rowsOfDifferentRulesHaveNoBestMarkAndAFootnote() throws IOException {
    Rows rows = withLastEpochs(LastEpochsTest::isOfUw);
    Table table = PaperTable.of(rows);

    assertThat(means(table)).isNotEmpty().extracting(Entry::style).containsOnly(Style.PLAIN);
    assertThat(table.captions()).extracting(Text::raw).contains(SENTENCE);
    assertThat(table.footnotes()).contains(NOTE);
    assertThat(rows.tests().pairs())
        .noneMatch(pair -> pair.first().cell().dataset().equals(DATASET));
  }

  @Test
  void rowsOfTheSameRuleAreCompared() throws IOException {
    Table table = PaperTable.of(withLastEpochs(record -> true));

    assertThat(means(table)).extracting(Entry::style).contains(Style.BEST_OF_DATASET);
    assertThat(table.captions()).extracting(Text::raw).doesNotContain(SENTENCE);
    assertThat(table.common().notes()).contains(NOTE);
    assertThat(table.captions())
        .extracting(Text::raw)
        .noneMatch(caption -> caption.contains("of the model selected on validation"));
  }

  @Test
  void runsOfDifferentRulesAreNotTested() throws IOException {
    Rows selected = Rows.of(RunResults.read(run));
    Rows means = withLastEpochs(record -> true);

    assertThat(pairs(selected, selected)).isNotEmpty().allMatch(RowMatching.Pair::equallyTrained);
    assertThat(pairs(selected, means)).isNotEmpty().noneMatch(RowMatching.Pair::equallyTrained);
    Table table = ComparisonTable.of(new ComparedRun("a", selected), new ComparedRun("b", means));
    assertThat(table.common().notes()).contains("B: " + NOTE);
    assertThat(table.footnotes()).noneMatch(note -> note.startsWith("epochs of main training: 5"));
  }

  private static List<RowMatching.Pair> pairs(Rows first, Rows second) {
    return RowMatching.of(first.groups(), second.groups()).stream()
        .filter(pair -> pair.any().cell().dataset().equals(DATASET))
        .toList();
  }
}
