package org.mtlbench.datasets.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.dataset.ColumnSummary;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.task.Accumulator;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.api.task.Task;
import org.mtlbench.toolbox.task.Tasks;

class CsvPluginTest {
  private static final String SPLIT = "'split-column': 'part', ";

  @TempDir Path folder;
  private final CsvPlugin plugin = new CsvPlugin();
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private DataAccess access() {
    return new DataAccess(folder, folder, false);
  }

  /** The dataset of a file t.csv. */
  private Dataset open(String text, String config) throws IOException {
    CsvFixture.write(folder, "t.csv", text);
    return plugin.open(config(config), access(), manager);
  }

  private DatasetFacts facts(String config) {
    return plugin.facts(config(config), access());
  }

  private static CsvConfig config(String more) {
    return CsvFixture.config("{'file': 't.csv', " + more + "}");
  }

  private Examples all(Dataset dataset, SplitName split) {
    return dataset.split(split).range(0, dataset.split(split).size(), manager);
  }

  private float[] inputs(Dataset dataset, SplitName split) {
    return all(dataset, split).inputs().get(0).toFloatArray();
  }

  private Labelled labels(Dataset dataset, SplitName split, int task) {
    return all(dataset, split).targets().get(task);
  }

  @Test
  void standardisesAndImputesWithTrainingRows() throws IOException {
    String config = SPLIT + "'targets': {'y': 'regression'}";
    // mean 4 and deviation 2 of 2, 4, 4, 6; one of the training rows has no number
    String rows =
        """
        x,part,y
        2,train,1
        4,train,2
        ,train,3
        4,train,4
        6,train,5
        %s,validation,6
        NA,test,7
        """;
    Dataset dataset = open(rows.formatted("100"), config);
    float deviation = (float) Math.sqrt(2);
    // the number, and whether it is missing
    assertThat(inputs(dataset, SplitName.TRAIN))
        .containsExactly(
            new float[] {-2 / deviation, 0, 0, 0, 0, 1, 0, 0, 2 / deviation, 0}, within(1e-6f));
    assertThat(inputs(dataset, SplitName.VALIDATION)[0]).isCloseTo(96 / deviation, within(1e-4f));
    assertThat(inputs(dataset, SplitName.TEST)).containsExactly(0, 1);
    float[] before = inputs(dataset, SplitName.TRAIN);
    assertThat(inputs(open(rows.formatted("-7"), config), SplitName.TRAIN)).isEqualTo(before);
  }

  @Test
  void addsNoIndicatorForValuesMissingOnlyOutsideTraining() throws IOException {
    Dataset dataset =
        open(
            "x,part,y\n1,train,1\n3,train,2\n2,val,3\n,test,4\n",
            SPLIT + "'targets': {'y': 'regression'}");
    assertThat(inputs(dataset, SplitName.TRAIN)).containsExactly(-1, 1);
    assertThat(inputs(dataset, SplitName.TEST)).containsExactly(0);
  }

  private static final String ZONES =
      """
      zone,x,part,y
      b,1,train,1
      a,2,train,2
      b,3,train,3
      a,4,val,4
      new,5,test,5
      ,6,test,6
      """;

  @Test
  void groupsCategoriesUnseenInTraining() throws IOException {
    Dataset dataset = open(ZONES, SPLIT + "'features': ['zone'], 'targets': {'y': 'regression'}");
    assertThat(inputs(dataset, SplitName.TRAIN)).containsExactly(0, 1, 0, 1, 0, 0, 0, 1, 0);
    assertThat(inputs(dataset, SplitName.VALIDATION)).containsExactly(1, 0, 0);
    assertThat(inputs(dataset, SplitName.TEST)).containsExactly(0, 0, 1, 0, 0, 1);
  }

  @Test
  void appendsEmbeddedCategoriesAsIndices() throws IOException {
    String config = SPLIT + "'category-encoding': 'embedding', 'targets': {'y': 'regression'}";
    Dataset dataset = open(ZONES, config);
    assertThat(facts(config).input()).isEqualTo(new InputSpec(new Shape(2), List.of(3)));
    assertThat(inputs(dataset, SplitName.TEST)[1]).isEqualTo(2);
    assertThat(inputs(dataset, SplitName.VALIDATION)[1]).isEqualTo(0);
  }

  @Test
  void omitsColumnsConstantInTraining() throws IOException {
    open(
        "x,same,word,part,y\n1,5,a,train,1\n3,5,a,train,2\n2,6,a,val,3\n2,5,a,test,4\n",
        SPLIT + "'targets': {'y': 'regression'}");
    assertThat(facts(SPLIT + "'targets': {'y': 'regression'}").input()).isEqualTo(InputSpec.of(1));
  }

  @Test
  void acceptsNumericCategories() throws IOException {
    Dataset dataset =
        open(
            "m,part,y\n10,train,1\n2,train,2\n2.0,val,3\n10,test,4\n",
            SPLIT + "'categorical': ['m'], 'targets': {'y': 'regression'}");
    // 2 comes before 10, and 2.0 is 2
    assertThat(inputs(dataset, SplitName.TRAIN)).containsExactly(0, 1, 1, 0);
    assertThat(inputs(dataset, SplitName.VALIDATION)).containsExactly(1, 0);
  }

  @Test
  void standardisesRegressionLabelsAndEvaluatesInOriginalUnits() throws IOException {
    Dataset dataset =
        open(
            "x,part,y\n1,train,100\n2,train,300\n3,train,\n4,val,500\n5,test,250\n",
            SPLIT + "'targets': {'y': 'regression'}");
    Labelled train = labels(dataset, SplitName.TRAIN, 0);
    assertThat(train.values().toFloatArray()).startsWith(-1, 1);
    assertThat(train.mask().orElseThrow().toBooleanArray()).containsExactly(true, true, false);
    Task task = facts(SPLIT + "'targets': {'y': 'regression'}").tasks().get(0);
    assertThat(task.primary().info().id()).isEqualTo("rmse");
    Accumulator rmse = task.primary().start(task.target());
    Labelled test = labels(dataset, SplitName.TEST, 0);
    rmse.add(manager.create(new float[][] {{0}}), test);
    // 0 is the mean of training, 200
    assertThat(rmse.value()).isCloseTo(50, within(1e-4));
  }

  @Test
  void sortsClassesAndMasksMissingLabels() throws IOException {
    String config = SPLIT + "'targets': {'y': 'classification'}";
    Dataset dataset =
        open("x,part,y\n1,train,no\n2,train,maybe\n3,train,NA\n4,val,yes\n5,test,no\n", config);
    assertThat(facts(config).tasks()).containsExactly(Tasks.classification("y", 3));
    Labelled train = labels(dataset, SplitName.TRAIN, 0);
    assertThat(train.values().toLongArray()).startsWith(1, 0);
    assertThat(train.mask().orElseThrow().toBooleanArray()).containsExactly(true, true, false);
    assertThat(labels(dataset, SplitName.VALIDATION, 0).values().toLongArray()).containsExactly(2);
  }

  @Test
  void readsLabelsSeparatedInOneCell() throws IOException {
    String config =
        SPLIT + "'targets': {'tags': 'multi-label'}, 'label-separator': '|', 'no-labels': '-'";
    Dataset dataset =
        open(
            "x,part,tags\n1,train,pool | garden\n2,train,-\n3,train,\n4,val,pool\n5,test,garden\n",
            config);
    assertThat(facts(config).tasks()).containsExactly(Tasks.multiLabel("tags", 2));
    Labelled train = labels(dataset, SplitName.TRAIN, 0);
    assertThat(train.values().toFloatArray()).startsWith(1, 1, 0, 0);
    assertThat(train.mask().orElseThrow().toBooleanArray())
        .containsExactly(true, true, true, true, false, false);
    assertThat(labels(dataset, SplitName.VALIDATION, 0).values().toFloatArray())
        .containsExactly(0, 1);
  }

  @Test
  void readsLabelsAndNumbersInSeveralColumns() throws IOException {
    String config =
        SPLIT
            + "'targets': {'has': {'kind': 'multi-label', 'columns': ['pool', 'garden']},"
            + " 'size': {'kind': 'regression', 'columns': ['w', 'h']}}";
    Dataset dataset =
        open(
            """
            x,part,w,h,pool,garden
            1,train,1,30,1,false
            2,train,3,10,TRUE,
            3,val,2,20,0,1.0
            4,test,,20,0,0
            """,
            config);
    // tasks come in the order of the file
    assertThat(facts(config).tasks()).extracting(Task::name).containsExactly("size", "has");
    assertThat(facts(config).input()).isEqualTo(InputSpec.of(1));
    assertThat(labels(dataset, SplitName.TRAIN, 0).values().toFloatArray())
        .containsExactly(-1, 1, 1, -1);
    Labelled has = labels(dataset, SplitName.TRAIN, 1);
    assertThat(has.values().toFloatArray()).startsWith(1, 0, 1);
    assertThat(has.mask().orElseThrow().toBooleanArray()).containsExactly(true, true, true, false);
    assertThat(labels(dataset, SplitName.TEST, 0).mask().orElseThrow().toBooleanArray())
        .containsExactly(false, true);
    assertThat(labels(dataset, SplitName.VALIDATION, 1).values().toFloatArray())
        .containsExactly(0, 1);
  }

  @Test
  void splitsAtRandomWithSeedOfDataset() throws IOException {
    StringBuilder text = new StringBuilder("x,y\n");
    for (int i = 0; i < 100; i++) {
      text.append(i).append(',').append(i).append('\n');
    }
    String config = "'targets': {'y': 'regression'}, 'validation-fraction': 0.2";
    Dataset dataset = open(text.toString(), config);
    DatasetFacts facts = facts(config);
    assertThat(List.of(facts.trainSize(), facts.validationSize(), facts.testSize()))
        .containsExactly(65, 20, 15);
    Dataset other = open(text.toString(), config + ", 'seed': 1");
    assertThat(inputs(other, SplitName.TEST)).isNotEqualTo(inputs(dataset, SplitName.TEST));
  }

  @Test
  void readsOneFilePerSplitWithColumnsInAnyOrder() throws IOException {
    CsvFixture.write(folder, "v.csv", "y,x\n5,2\n");
    CsvFixture.write(folder, "w.csv", "x,y\n1,7\n3,9\n");
    String config =
        "'targets': {'y': 'regression'}, 'validation-file': 'v.csv', 'test-file': 'w.csv'";
    Dataset dataset = open("x,y\n1,1\n3,3\n", config);
    assertThat(inputs(dataset, SplitName.TRAIN)).containsExactly(-1, 1);
    assertThat(inputs(dataset, SplitName.VALIDATION)).containsExactly(0);
    assertThat(labels(dataset, SplitName.VALIDATION, 0).values().toFloatArray()).containsExactly(3);
    assertThat(labels(dataset, SplitName.TEST, 0).values().toFloatArray()).containsExactly(5, 7);
  }

  @Test
  void splitsValidationFromTrainingFileIfTestFileIsGiven() throws IOException {
    CsvFixture.write(folder, "w.csv", "x,y\n1,7\n3,9\n");
    String config = "'targets': {'y': 'regression'}, 'test-file': 'w.csv'";
    open("x,y\n1,1\n3,3\n2,2\n4,4\n", config);
    DatasetFacts facts = facts(config);
    assertThat(List.of(facts.trainSize(), facts.validationSize(), facts.testSize()))
        .containsExactly(3, 1, 2);
  }

  @Test
  void readsOtherDelimitersQuotesByteOrderMarkAndBlankLines() throws IOException {
    String text =
        "\uFEFFn a;part;y\r\n'a;''b';train;1\r\n\r\n'c\r\nd' ; train;2\r\nü;val;3\r\n;test;4";
    Files.write(folder.resolve("t.csv"), text.getBytes(StandardCharsets.UTF_8));
    CsvConfig config =
        CsvFixture.config(
            "{'file': 't.csv', 'split-column': 'part', 'delimiter': ';', 'targets':"
                + " {'y': 'regression'}}");
    // single quotes are those of the JSON above, so the key is set here
    CsvConfig quoted =
        new CsvConfig(
            config.file(),
            config.targets(),
            List.of("n a"),
            config.ignore(),
            config.categorical(),
            config.categoryEncoding(),
            config.missing(),
            config.labelSeparator(),
            config.noLabels(),
            config.validationFile(),
            config.testFile(),
            config.splitColumn(),
            config.validationFraction(),
            config.testFraction(),
            config.seed(),
            config.delimiter(),
            "'",
            true);
    Dataset dataset = plugin.open(quoted, access(), manager);
    assertThat(inputs(dataset, SplitName.TRAIN)).containsExactly(1, 0, 0, 0, 1, 0);
    assertThat(dataset.columns().get(0).values()).contains("a;'b").contains("c\r\nd");
  }

  @Test
  void readsTabsAndFilesWithoutHeader() throws IOException {
    String config =
        "'delimiter': 'tab', 'header': false, 'split-column': 'column2', 'targets':"
            + " {'column3': 'regression'}";
    Dataset dataset = open("1\ttrain\t1\n3\ttrain\t3\n2\tval\t3\n1\ttest\t4\n", config);
    assertThat(inputs(dataset, SplitName.TRAIN)).containsExactly(-1, 1);
  }

  @Test
  void summarisesColumns() throws IOException {
    Dataset dataset =
        open(
            "x,zone,part,y,t\n1,a,train,no,p\n2,b,train,yes,q\n,a,val,no,p;q\n3,a,test,yes,p\n",
            SPLIT + "'targets': {'y': 'classification', 't': 'multi-label'}");
    assertThat(dataset.columns())
        .containsExactly(
            new ColumnSummary("x", "feature, number", 1, "1 to 3, mean 2, deviation 0.8165"),
            new ColumnSummary("zone", "feature, 2 categories", 0, "a 75.0 %, b 25.0 %"),
            new ColumnSummary("y", "target y, 2 classes", 0, "no 50.0 %, yes 50.0 %"),
            new ColumnSummary("p", "target t, label", 0, "yes 75.0 %"),
            new ColumnSummary("q", "target t, label", 0, "yes 50.0 %"));
  }

  @Test
  void reportsChecksumsAndAcceptsConfigWithoutFiles() throws IOException {
    CsvFixture.write(folder, "t.csv", "abc");
    CsvConfig config = config("'test-file': 'missing.csv'");
    assertThat(plugin.inspect(config, access()))
        .containsExactly(
            new SourceFile(
                "t.csv",
                SourceFile.State.VERIFIED,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "your own file, without published checksum"),
            new SourceFile(
                "missing.csv",
                SourceFile.State.MISSING,
                "",
                "your own file, without published checksum"));
    assertThat(plugin.inspect(plugin.defaults(), access())).isEmpty();
  }
}
