package org.mtlbench.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mtlbench.reports.fixtures.PictureRun;
import org.mtlbench.results.event.Event;

class TrainingHistoryTest {
  private static final List<Event.EpochEnded> SEARCH = PictureRun.phase("search", 3, true);
  private static final List<Event.EpochEnded> TRAIN = PictureRun.phase("train", 4, true);

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
  void phasesFollowEachOtherOnOneAxis() {
    assertThat(history(joined(SEARCH, TRAIN)).phases())
        .containsExactly(
            new TrainingHistory.Span("search", 1, 3), new TrainingHistory.Span("train", 4, 7));
  }

  @Test
  void aCellThatStartsAnewForgetsTheAttemptBefore() {
    TrainingHistory history = history(joined(SEARCH, TRAIN.subList(0, 2)), SEARCH.subList(0, 1));

    assertThat(history.epochs()).isEqualTo(SEARCH.subList(0, 1));
  }

  @Test
  void aCellThatGoesOnFromACheckpointKeepsWhatWasBefore() {
    // Epoch 3 was trained, but the checkpoint is that of epoch 2.
    TrainingHistory history = history(joined(SEARCH, TRAIN.subList(0, 3)), TRAIN.subList(2, 4));

    assertThat(history.epochs()).isEqualTo(joined(SEARCH, TRAIN));
  }

  @Test
  void noEpochsMakeNoPicture() {
    TrainingHistory none = history(List.of());

    assertThat(none.phases()).isEmpty();
    assertThat(TrainingCurves.of("curves/1", "x", none)).isEmpty();
  }

  @Test
  void theDescriptionSaysWhatTheCurvesShow() {
    Picture picture =
        TrainingCurves.of("curves/1", "Ours", history(joined(SEARCH, TRAIN))).orElseThrow();

    assertThat(picture.description())
        .contains("Training loss, Validation accuracy (%), Zero rows (%) over 7 epochs")
        .contains("phases: 1 search, 2 train")
        .contains("at the end 92.50 %")
        .contains("the model kept is that of epoch 7");
  }
}
