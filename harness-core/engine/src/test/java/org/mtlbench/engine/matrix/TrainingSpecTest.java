package org.mtlbench.engine.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.training.ScheduleKind;

class TrainingSpecTest {
  private static final String REST = "name: m\ndatasets: [d]\narchitectures: [a]\nmethods: [x]\n";

  @TempDir Path folder;

  private MatrixSpec read(String text) throws IOException {
    return MatrixReader.read(Files.writeString(folder.resolve("m.yaml"), text));
  }

  private List<String> problems(String text) throws IOException {
    return read(text).problems().stream().map(Problem::message).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "constant | CONSTANT | 1 | 1",
        "cosine | COSINE | 1 | 1",
        "step | STEP | 0.5 | 5",
        "{step: {factor: 0.1, every: 4}} | STEP | 0.1 | 4",
        "{step: {every: 2}} | STEP | 0.5 | 2",
      })
  void readsEverySchedule(String written, ScheduleKind kind, double factor, int every)
      throws IOException {
    MatrixSpec spec =
        read(REST + "training: {epochs: 13, batch-size: 64, schedule: " + written + "}");
    assertThat(spec.problems()).isEmpty();
    assertThat(spec.training())
        .contains(
            new TrainingSpec(
                13, 64, new TrainingSpec.Schedule(kind, factor, every), Optional.empty(), false));
  }

  @Test
  void batchSizeAndScheduleHaveDefaults() throws IOException {
    assertThat(read(REST + "training: {epochs: 3}").training())
        .contains(
            new TrainingSpec(
                3, 256, TrainingSpec.Schedule.of(ScheduleKind.COSINE), Optional.empty(), false));
    assertThat(read(REST).training()).isEmpty();
  }

  @Test
  void lastEpochsAreOptional() throws IOException {
    assertThat(read(REST + "training: {epochs: 3, last-epochs: 3}").training())
        .hasValueSatisfying(training -> assertThat(training.lastEpochs()).contains(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{epochs: 4, last-epochs: 2, selection-diagnostic: true}"
            + " | training.selection-diagnostic: found true, expected false, or no last-epochs",
        "{batch-size: 4} | training.epochs: found nothing, expected a whole number, at least 1",
        "{epochs: 0} | training.epochs: found 0, expected a whole number, at least 1",
        "{epochs: 2.5} | training.epochs: found 2.5, expected a whole number, at least 1",
        "{epochs: 1, batch-size: -1} | training.batch-size: found -1, expected a whole number, at least 1",
        "{epochs: 1, schedule: cos} | training.schedule: found \"cos\", expected constant, cosine, step, or {step: {factor: F, every: EPOCHS}}",
        "{epochs: 1, schedule: {step: {factor: 2}}} | training.schedule.step.factor: found 2, expected a number greater than 0, at most 1",
        "{epochs: 1, schedule: {step: {every: 0}}} | training.schedule.step.every: found 0, expected a whole number, at least 1",
        "{epochs: 1, epoch: 2} | training.epoch: found an unknown key, expected one of epochs, batch-size, schedule, last-epochs, selection-diagnostic (nearest: 'epochs')",
        "{epochs: 3, last-epochs: 0} | training.last-epochs: found 0, expected a whole number from 1 to the number of epochs",
        "{epochs: 3, last-epochs: 4} | training.last-epochs: found 4, expected a whole number from 1 to the number of epochs",
      })
  void reportsAllProblems(String block, String problem) throws IOException {
    assertThat(problems(REST + "training: " + block)).containsExactly(problem);
  }

  @Test
  void rejectsBudgetAndSearchedTrainingKeys() throws IOException {
    assertThat(
            problems(
                REST
                    + """
                    budget: 0.5
                    training: {epochs: 3}
                    search: {trials: 2, over: {batch-size: {values: [1, 2]}}}
                    """))
        .containsExactly(
            "budget: found 0.5, expected no budget together with training, whose epochs determine the length of training",
            "search.over.batch-size: found a key that training.batch-size sets, expected a key that"
                + " training leaves to the methods, for example learning-rate");
  }

  @Test
  void longFormIsValidMatrix() throws IOException {
    String text = REST + "training: {epochs: 13, schedule: {step: {factor: 0.1, every: 4}}}\n";
    MatrixSpec spec = read(text);
    String longForm = MatrixTree.of(spec, List.of(0L), 0.5).toString();
    assertThat(longForm).doesNotContain("budget");
    MatrixSpec again = read(longForm);
    assertThat(again.problems()).isEmpty();
    assertThat(again.training()).isEqualTo(spec.training());
  }
}
