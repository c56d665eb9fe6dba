package org.mtlbench.cli.resume;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.engine.checkpoint.HostState;
import org.mtlbench.engine.checkpoint.UnusableCheckpointException;

/**
 * Interrupts every method at every epoch boundary and resumes it from the checkpoint with a new
 * instance; the result must have the same bits as an uninterrupted training.
 */
class EveryMethodResumesTest {
  private static final Budget SHORT = new Budget(0.03);

  /** A method, config values in JSON, and a budget with which every phase has epochs. */
  record Case(String method, String config, Budget budget) {
    @Override
    public String toString() {
      return method + " " + config;
    }
  }

  static Stream<Case> cases() {
    Stream<Case> defaults =
        Methods.registry().methods().keySet().stream().map(method -> new Case(method, "{}", SHORT));
    String sparse = "'k': [0.1, 0.5, 0.4], 'prox-step': 0.3";
    return Stream.concat(
        defaults,
        Stream.of(
            new Case("ours", "{" + sparse + "}", new Budget(0.35)),
            new Case("ours", "{" + sparse + ", 'min-sparsity': 0.01}", new Budget(0.35)),
            new Case("ours", "{" + sparse + ", 'phase1-mask': true}", new Budget(0.35)),
            new Case("ls", "{'optimiser': 'sgd', 'momentum': 0.9}", new Budget(0.1)),
            new Case("mgda", "{'selection': 'last'}", SHORT),
            new Case("mtan", "{'search-learning-rates': false}", SHORT)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void resumesWithSameBits(Case method)
      throws JsonProcessingException, UnusableCheckpointException {
    Training.Source source = Methods.source(method.method(), method.config());
    List<String> reports = new ArrayList<>();
    List<String> expected;
    String expectedMeasures;
    try (Training undisturbed = new Training(source, method.budget())) {
      for (int border = 0; border < undisturbed.length(); border++) {
        reports.add(undisturbed.epochAfter(border));
      }
      expected = undisturbed.result();
      expectedMeasures = undisturbed.measures();
    }

    HostState saved = HostState.NONE;
    List<String> measures = new ArrayList<>();
    for (int border = 0; border < reports.size(); border++) {
      try (Training next = new Training(source, method.budget())) {
        if (border > 0) {
          next.restore(saved);
        }
        assertThat(next.epochAfter(border)).isEqualTo(reports.get(border));
        measures.add(next.measures());
        saved = next.capture();
      }
    }
    try (Training last = new Training(source, method.budget())) {
      last.restore(saved);
      assertThat(last.result()).isEqualTo(expected);
      measures.add(last.measures());
    }
    assertThat(measures).contains(expectedMeasures);
  }
}
