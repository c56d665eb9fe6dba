package org.mtlbench.cli.resume;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtlbench.api.method.DivergedException;
import org.mtlbench.api.phase.Budget;

/** Checks that NaN and infinite values end every method as diverged, in every phase. */
class EveryMethodDivergesTest {
  /** One batch per epoch, so that the last step of an epoch diverges and validation detects it. */
  private static final String ONE_STEP = "'batch-size': 300, ";

  private static final List<String> RATES = List.of("1e38", "1e45");
  private static final String SPARSE = "'k': [0.1, 0.5, 0.4], ";
  private static final String FROM_SPARSE = "'k': [0.1, 0.2, 0.7], 'start-from': [0.1, 0.5, 0.4], ";
  private static final String TAUGHT = "'lambdas': [[0.01, 0.04]], ";

  record Case(String method, String config) {}

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (String rate : RATES) {
      String blow = "'learning-rate': " + rate;
      for (String steps : List.of(ONE_STEP, "")) {
        cases.add(new Case("ls", "{" + steps + blow + "}"));
        cases.add(new Case("ls", "{'optimiser': 'sgd', " + steps + blow + "}"));
        cases.add(new Case("mgda", "{" + steps + blow + "}"));
        cases.add(new Case("stl", "{" + steps + blow + "}"));
        cases.add(new Case("ours", "{" + steps + blow + "}"));
        cases.add(new Case("ours", "{" + SPARSE + steps + blow + "}"));
        cases.add(new Case("kdmtl", "{" + TAUGHT + steps + blow + "}"));
        cases.add(
            new Case(
                "mtan",
                "{'weights': [[0.5, 0.5]], 'search-learning-rates': false, " + steps + blow + "}"));
        cases.add(new Case("magnitude-pruning", "{" + steps + blow + "}"));
        cases.add(new Case("group-lasso", "{" + steps + blow + "}"));
        cases.add(new Case("epo", "{" + steps + blow + "}"));
        cases.add(new Case("cosmos", "{" + steps + blow + "}"));
        cases.add(new Case("ours", "{" + FROM_SPARSE + steps + blow + "}"));
      }
      cases.add(new Case("kdmtl", "{'teacher': {" + blow + "}}"));
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void endsAsDivergedWithEpochAndStep(Case method) throws JsonProcessingException {
    try (Training training =
        new Training(Methods.source(method.method(), method.config()), new Budget(0.2))) {
      assertThatThrownBy(
              () -> {
                for (int border = 0; border < training.length(); border++) {
                  training.epochAfter(border);
                }
              })
          .isInstanceOf(DivergedException.class)
          .hasMessageMatching(".* became (NaN|-?Infinity) in epoch \\d+, step \\d+");
    }
  }
}
