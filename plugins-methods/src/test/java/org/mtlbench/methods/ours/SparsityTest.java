package org.mtlbench.methods.ours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtlbench.api.phase.EpochReport;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.TinyTraining;
import org.mtlbench.toolbox.config.ConfigBinder;

/** The limits on the sparsity of a layer within the training of the method. */
class SparsityTest {
  /** The layer of the trunk has 12 rows, of which max-layer-sparsity allows 6 to be zero. */
  @ParameterizedTest
  @CsvSource({
    "max-trunk-sparsity, 0.25, 3",
    "max-trunk-sparsity, 0.75, 6",
    "min-layer-rows, 10, 2"
  })
  void limitsSparsityOfTrunk(String key, String value, int limit) throws IOException {
    OursConfig usual = OursTest.config(0.05, 0, false);
    ObjectNode changed = ConfigBinder.toTree(usual);
    changed.set(key, new ObjectMapper().readTree(value));
    OursConfig config = ConfigBinder.bind(usual, changed, "");
    try (NDManager manager = NDManager.newBaseManager()) {
      List<EpochReport> reports =
          TinyTraining.of(new Ours(config, 2), new TinyProblem(manager, 1)).reports();
      EpochReport lastOfSearch = reports.get(OursTest.EPOCHS_OF_SEARCH - 1);
      assertThat(12 * lastOfSearch.measures().get("sr.trunk.linear.weight"))
          .isCloseTo(limit, within(1e-9));
    }
  }
}
