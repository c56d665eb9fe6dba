package org.mtlbench.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtlbench.results.PhaseKind;
import org.mtlbench.results.event.Event;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskValues;

class CellMeasuresTest {
  private static Event.EpochEnded epoch(
      String phase, int epoch, int epochs, Map<String, Double> measures) {
    return new Event.EpochEnded(
        phase,
        epoch,
        epochs,
        TaskValues.none(),
        Scores.none(),
        Optional.empty(),
        measures,
        1,
        false,
        Optional.empty());
  }

  private static String page(List<Event> events) {
    return CellMeasures.of(events).render();
  }

  @Test
  void summarisesManyPairsOfTasks() {
    Map<String, Double> cosines = new LinkedHashMap<>();
    for (int pair = 0; pair < 780; pair++) {
      cosines.put("cosine.first" + pair + ".second" + pair, (pair - 100) / 1000.0);
    }
    List<Event> events = new ArrayList<>();
    for (int epoch = 1; epoch <= 500; epoch++) {
      events.add(epoch("train", epoch, 500, cosines));
    }
    String page = page(events);
    assertThat(page)
        .contains("cosine.first0.second0, lowest of 779 cosine</th><td class=\"number\">-0.1</td>")
        .contains("cosine.first779.second779, highest of 779 cosine")
        .contains("mean of 779 cosine</th>")
        .contains("0 in every epoch: <code>cosine.first100.second100</code>")
        .hasSizeLessThan(5_000);
  }

  @Test
  void omitsManySearchPhases() {
    List<Event> events = new ArrayList<>();
    List<Event.PhasePlan> plan = new ArrayList<>();
    for (int candidate = 0; candidate < 35; candidate++) {
      plan.add(new Event.PhasePlan("candidate " + candidate, PhaseKind.SEARCH, 1));
      events.add(epoch("candidate " + candidate, 1, 1, Map.of("alpha1.left", 0.5)));
    }
    plan.add(new Event.PhasePlan("train", PhaseKind.MAIN, 1));
    events.add(epoch("train", 1, 1, Map.of("alpha1.left", 0.25)));
    events.add(0, new Event.CellStarted("0123456789abcdef", plan));
    assertThat(page(events))
        .contains("Measures of phase train")
        .contains("alpha1.left</th><td class=\"number\">0.25</td></tr>")
        .doesNotContain("candidate");
  }

  @Test
  void countsRepeatedEpochOnce() {
    String page =
        page(
            List.of(
                epoch("train", 1, 2, Map.of("t", 1.0)),
                epoch("train", 2, 2, Map.of("t", 9.0)),
                epoch("train", 2, 2, Map.of("t", 3.0))));
    assertThat(page)
        .contains(
            "<td class=\"number\">3</td><td class=\"number\">1</td><td class=\"number\">3</td>");
  }

  @Test
  void hasNoTableWithoutMeasures() {
    assertThat(page(List.of(epoch("train", 1, 1, Map.of())))).isEmpty();
    assertThat(page(List.of())).isEmpty();
  }
}
