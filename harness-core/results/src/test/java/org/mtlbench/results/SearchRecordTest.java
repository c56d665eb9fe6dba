package org.mtlbench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchRecordTest {
  private static final JsonNode OVER = Examples.json("{\"learning-rate\": [0.1, 0.2]}");

  private static TrialRecord done(int number, double score) {
    return Examples.trial(number, CellStatus.DONE, Optional.empty(), Optional.of(score));
  }

  private static TrialRecord diverged(int number) {
    return Examples.trial(number, CellStatus.DIVERGED, Optional.of("NaN"), Optional.empty());
  }

  private static Optional<Integer> chosen(double... scores) {
    List<TrialRecord> trials =
        IntStream.range(0, scores.length)
            .mapToObj(i -> Double.isNaN(scores[i]) ? diverged(i + 1) : done(i + 1, scores[i]))
            .toList();
    return SearchRecord.of(OVER, 1, trials).chosen();
  }

  @Test
  void choosesHighestScoreAndFirstOfEquals() {
    assertThat(chosen(0.1, 0.9, 0.5)).contains(2);
    assertThat(chosen(0.5, 0.9, 0.9)).contains(2);
    assertThat(chosen(-3, -2, -5)).contains(2);
    assertThat(chosen(Double.NaN, 0, Double.NaN)).contains(2);
    assertThat(chosen(Double.NaN, Double.NaN)).isEmpty();
    assertThat(Examples.search().chosenTrial()).contains(Examples.search().trials().get(1));
  }

  @Test
  void rejectsUnfinishedChosenTrial() {
    List<TrialRecord> trials = List.of(diverged(1), done(2, 0.5));

    for (Optional<Integer> wrong :
        Arrays.asList(Optional.of(0), Optional.of(1), Optional.of(3), Optional.<Integer>empty())) {
      assertThatThrownBy(() -> new SearchRecord(OVER, 1, trials, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("search.chosen");
    }
    assertThatThrownBy(() -> new SearchRecord(OVER, 1, List.of(diverged(1)), Optional.of(1)))
        .hasMessageContaining("no trial is done");
  }

  @Test
  void rejectsTrialsNotNumberedFromOne() {
    assertThatThrownBy(() -> SearchRecord.of(OVER, 1, List.of(done(2, 0.5))))
        .hasMessageContaining("numbers from 1 in order");
    assertThatThrownBy(() -> SearchRecord.of(OVER, 1, List.of()))
        .hasMessageContaining("at least one trial");
    assertThatThrownBy(() -> SearchRecord.of(OVER, 0, List.of(done(1, 0.5))))
        .hasMessageContaining("search.budget");
  }

  @ParameterizedTest
  @CsvSource({"DONE, why, 0.5", "DONE, , ", "FAILED, , ", "FAILED, why, 0.5", "DIVERGED, why, 0"})
  void trialsHaveEitherScoreOrReason(CellStatus status, String reason, Double score) {
    assertThatThrownBy(
            () ->
                Examples.trial(1, status, Optional.ofNullable(reason), Optional.ofNullable(score)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("trial 1: ");
  }

  @Test
  void rejectsTimedOutTrial() {
    Optional<String> why = Optional.of("why");
    assertThatThrownBy(() -> Examples.trial(1, CellStatus.TIMEOUT, why, Optional.empty()))
        .hasMessageContaining("trial.status");
  }

  @Test
  void countsTrialsAsSearchTime() {
    CellRecord tuned = Examples.tuned(Examples.ID);

    assertThat(tuned.search().orElseThrow().wallSeconds()).isEqualTo(50);
    // a search phase of the method's own takes 100.25 s
    assertThat(tuned.seconds()).contains(new SecondsRecord(300, 150.25, 450.25));
  }

  @Test
  void cellWithoutSuccessfulTrialHasTimeButNoResult() {
    SearchRecord hopeless = SearchRecord.of(OVER, 1, List.of(diverged(1), diverged(2)));
    CellRecord example = Examples.done(Examples.ID);
    CellRecordBuilder builder =
        CellRecord.builder(Examples.planned(Examples.ID))
            .search(hopeless)
            .execution(example.execution())
            .flags(example.flags())
            .provenance(example.provenance());

    assertThat(builder.ended(CellStatus.DIVERGED, "NaN").seconds())
        .contains(new SecondsRecord(0, 25, 25));
    builder.test(example.test().orElseThrow());
    assertThatThrownBy(builder::done).hasMessageContaining("done without a chosen trial");
  }
}
