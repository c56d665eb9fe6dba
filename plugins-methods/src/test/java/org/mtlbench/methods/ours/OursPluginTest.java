package org.mtlbench.methods.ours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.toolbox.config.ConfigBinder;

class OursPluginTest {
  private static final OursPlugin PLUGIN = new OursPlugin();

  private static OursConfig bind(String json) {
    try {
      ObjectNode user = (ObjectNode) new ObjectMapper().readTree(json);
      return ConfigBinder.bind(PLUGIN.defaults(), user, "methods[0].config");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void defaultsMatchProtocolOfMdmtnOnMultiMnist() {
    assertThat(ConfigBinder.toTree(PLUGIN.defaults()).toString())
        .isEqualTo(
            "{\"k\":[],\"start-from\":[],\"reference-point\":[],\"constraint\":\"equality\","
                + "\"lambda-update\":\"mean\",\"mu\":2.5E-8,\"mu-factor\":2.0,"
                + "\"theta\":\"spike\",\"theta-b1\":0.8,\"theta-b2\":0.2,"
                + "\"growl\":\"proximal\",\"prox-step\":1.0,\"phase1-mask\":false,"
                + "\"restore\":\"random\",\"min-sparsity\":0.2,\"max-layer-sparsity\":0.8,"
                + "\"max-trunk-sparsity\":1.0,\"min-layer-rows\":0,"
                + "\"search-iterations\":3,\"retrain-iterations\":10,\"dense-iterations\":12,"
                + "\"epochs-per-iteration\":3,\"epochs\":0,\"affinity-preference\":0.7,\"batch-size\":256,"
                + "\"learning-rate\":0.0025,\"schedule\":\"step\",\"decay\":0.5,"
                + "\"decay-every\":0,\"initialisation\":\"lsuv\"}");
  }

  @Test
  void splitsEpochsInProportionToIterations() {
    String sparse = "\"k\": [0.1, 0.5, 0.4]";
    assertThat(epochs("{" + sparse + "}")).containsExactly(9, 30);
    assertThat(epochs("{" + sparse + ", \"epochs\": 13}")).containsExactly(3, 10);
    assertThat(epochs("{" + sparse + ", \"epochs\": 14}")).containsExactly(3, 11);
    assertThat(epochs("{" + sparse + ", \"epochs\": 26}")).containsExactly(6, 20);
    assertThat(epochs("{" + sparse + ", \"epochs\": 39}")).containsExactly(9, 30);
    assertThat(epochs("{\"epochs\": 15}", 1)).containsExactly(15);
  }

  @Test
  void budgetScalesWholeTrainingBeforeSplit() {
    String sparse = "{\"k\": [0.1, 0.5, 0.4], \"epochs\": 40}";
    assertThat(epochs(sparse, 0.5)).containsExactly(5, 15);
    assertThat(epochs("{\"epochs\": 40}", 0.5)).containsExactly(20);
    assertThat(epochs(sparse, 2)).containsExactly(18, 62);
    assertThat(epochs(sparse.replace("40", "30"), 0.5)).containsExactly(3, 12);
  }

  private static int[] epochs(String config) {
    return epochs(config, 1);
  }

  /** The epochs of the phases that train. */
  private static int[] epochs(String config, double budget) {
    return new Ours(bind(config), 2)
        .phases(new Budget(budget)).stream()
            .filter(phase -> phase.trains().isPresent())
            .mapToInt(Phase::epochs)
            .toArray();
  }

  @Test
  void rejectsFewerEpochsThanIterations() {
    assertThatThrownBy(() -> bind("{\"k\": [0.1, 0.5, 0.4], \"epochs\": 12}"))
        .hasMessageContaining("epochs: found 12, expected at least 13, one for each iteration");
    assertThatThrownBy(() -> bind("{\"epochs\": 11}"))
        .hasMessageContaining("epochs: found 11, expected at least 12");
  }

  @Test
  void budgetNeverRemovesIterations() {
    OursConfig sparse = bind("{\"k\": [0.1, 0.5, 0.4], \"epochs\": 13}");
    assertThat(new Ours(sparse, 2).phases(new Budget(0.01)))
        .extracting(Phase::epochs)
        .containsExactly(3, 1, 10);
    assertThat(new Ours(bind("{\"k\": [0.1, 0.5, 0.4]}"), 2).phases(new Budget(0.08)))
        .extracting(Phase::epochs)
        .containsExactly(3, 1, 10);
  }

  @Test
  void trainsSparseNetworkAndThenFromItForSameNumberOfEpochs() {
    String sparse = "\"k\": [0.1, 0.2, 0.7], \"start-from\": [0.1, 0.5, 0.4]";
    for (Map.Entry<Double, List<Integer>> scaled :
        Map.of(1.0, List.of(39, 36), 0.5, List.of(20, 18), 0.01, List.of(13, 12)).entrySet()) {
      assertThat(new Ours(bind("{" + sparse + "}"), 2).phases(new Budget(scaled.getKey())))
          .extracting(Phase::epochs)
          .isEqualTo(scaled.getValue());
    }
    assertThat(new Ours(bind("{" + sparse + ", \"epochs\": 20}"), 2).phases(Budget.FULL))
        .extracting(Phase::epochs, phase -> phase.trains().isPresent())
        .containsExactly(tuple(20, false), tuple(20, true));
  }

  @Test
  void rejectsStartFromNetworkThatIsNotSparseOrHasOtherFirstComponent() {
    assertThatThrownBy(() -> bind("{\"k\": [0, 0.5, 0.5], \"start-from\": [0, 0.4, 0.6]}"))
        .hasMessageContaining("start-from: found [0.0, 0.4, 0.6]")
        .hasMessageContaining("expected a preference vector with k_0 > 0");
    assertThatThrownBy(() -> bind("{\"k\": [0, 0.5, 0.5], \"start-from\": [0.2, 0.4, 0.4]}"))
        .hasMessageContaining("k: found [0.0, 0.5, 0.5]")
        .hasMessageContaining("expected a preference vector with the k_0 of start-from");
    assertThatThrownBy(() -> bind("{\"start-from\": [0.2, 0.4, 0.4]}"))
        .hasMessageContaining("k: found []");
    assertThatThrownBy(() -> bind("{\"k\": [0.2, 0.4, 0.4], \"start-from\": [0.2, 0.4]}"))
        .hasMessageContaining("start-from: found [0.2, 0.4] with sum 0.6");
  }

  @Test
  void rejectsPreferenceVectorWithWrongSum() {
    assertThatThrownBy(() -> bind("{\"k\": [0.1, 0.5, 0.5]}"))
        .hasMessageContaining("methods[0].config.k")
        .hasMessageContaining("with sum 1.1")
        .hasMessageContaining("expected numbers that sum to 1");
  }

  @Test
  void rejectsNegativePreference() {
    assertThatThrownBy(() -> bind("{\"k\": [-0.1, 0.6, 0.5]}"))
        .hasMessageContaining("[-0.1, 0.6, 0.5]")
        .hasMessageContaining("finite numbers, at least 0");
  }

  @Test
  void reportsAllProblemsAtOnce() {
    assertThatThrownBy(() -> bind("{\"mu\": 0, \"decay\": 2, \"prox-step\": -1}"))
        .hasMessageContaining("mu")
        .hasMessageContaining("decay")
        .hasMessageContaining("prox-step");
  }

  @Test
  void rejectsPreferenceVectorOfWrongLength() {
    try (NDManager manager = NDManager.newBaseManager()) {
      OursConfig config = bind("{\"k\": [0.5, 0.5]}");
      assertThat(PLUGIN.check(config, new TinyProblem(manager, 0).context().dataset()))
          .singleElement()
          .satisfies(
              problem ->
                  assertThat(problem.message())
                      .isEqualTo(
                          "k: found 2 numbers [0.5, 0.5], expected 3 numbers: one for sparsity,"
                              + " then one per task"));
    }
  }
}
