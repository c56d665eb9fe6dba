package org.mtlbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mtlbench.reports.fixtures.ChartRun;
import org.mtlbench.reports.fixtures.FixtureRun;
import org.mtlbench.reports.plot.Chart;
import org.mtlbench.reports.plot.ChartKey;
import org.mtlbench.reports.plot.SvgCanvas;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.json.Schema1;
import org.mtlbench.results.score.ConstantPredictorRecord;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

class TrainingHistoryTest {
  private static final List<Event.EpochEnded> SEARCH = ChartRun.phase("search", 3, true);
  private static final List<Event.EpochEnded> TRAIN = ChartRun.phase("train", 4, true);

  private static final Scores CONSTANT =
      FixtureRun.accuracy(TaskValues.of(List.of("left", "right"), new double[] {0.11, 0.1}));

  private static TrainingCurvesChart.Subject subject(String method) {
    return new TrainingCurvesChart.Subject(
        method,
        new ChartKey(List.of(method), List.of("hps")),
        method,
        "hps",
        Schema1.tasks(CONSTANT),
        Optional.of(new ConstantPredictorRecord(CONSTANT, CONSTANT, 100, 100)));
  }

  @SafeVarargs
  private static TrainingHistory history(List<Event.EpochEnded>... parts) {
    List<Event> events = new ArrayList<>();
    for (List<Event.EpochEnded> part : parts) {
      events.add(new Event.CellStarted("00c0ffee", List.of()));
      events.addAll(part);
    }
    return TrainingHistory.of(events);
  }

  private static List<Event.EpochEnded> joined(
      List<Event.EpochEnded> first, List<Event.EpochEnded> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }

  @Test
  void concatenatesPhasesOnOneAxis() {
    assertThat(history(joined(SEARCH, TRAIN)).phases())
        .containsExactly(
            new TrainingHistory.Span("search", 1, 3), new TrainingHistory.Span("train", 4, 7));
  }

  @Test
  void restartDropsEarlierAttempt() {
    TrainingHistory history = history(joined(SEARCH, TRAIN.subList(0, 2)), SEARCH.subList(0, 1));

    assertThat(history.epochs()).isEqualTo(SEARCH.subList(0, 1));
  }

  @Test
  void resumeKeepsEarlierEpochs() {
    // Epoch 3 was trained, but the checkpoint is that of epoch 2.
    TrainingHistory history = history(joined(SEARCH, TRAIN.subList(0, 3)), TRAIN.subList(2, 4));

    assertThat(history.epochs()).isEqualTo(joined(SEARCH, TRAIN));
  }

  @Test
  void drawsNoChartWithoutEpochs() {
    TrainingHistory none = history(List.of());

    assertThat(none.phases()).isEmpty();
    assertThat(TrainingCurvesChart.of("curves/1", subject("x"), none)).isEmpty();
  }

  @Test
  void descriptionSummarisesCurves() {
    Chart chart =
        TrainingCurvesChart.of("curves/1", subject("Ours"), history(joined(SEARCH, TRAIN)))
            .orElseThrow();

    assertThat(chart.description())
        .contains("Training loss, Validation accuracy (%), Zero rows (%) over 7 epochs")
        .contains("phases: 1 search, 2 train")
        .contains("at the end 92.50 %")
        .contains("constant predictor 10.50 %")
        .contains("selected model: epoch 7");
  }

  @Test
  void showsEpochValuesOnHover() {
    Chart chart =
        TrainingCurvesChart.of("curves/1", subject("Ours"), history(joined(SEARCH, TRAIN)))
            .orElseThrow();

    assertThat(SvgCanvas.draw(chart))
        .contains("<title>epoch 3 (search); training loss: left 0.2000, right 0.1500;")
        .contains("mean 92.50; zero rows (%): SR 60.00, maximum SR of a layer 80.00</title>");
  }
}
