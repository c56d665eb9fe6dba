package org.mtlbench.methods.ours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;
import org.mtlbench.spi.config.ConfigBinder;
import org.mtlbench.testkit.TinyProblem;

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
  void theDefaultsArePinnedToTheProtocolOfMdmtnOnMultiMnist() {
    assertThat(ConfigBinder.toTree(PLUGIN.defaults()).toString())
        .isEqualTo(
            "{\"k\":[],\"reference-point\":[],\"constraint\":\"equality\","
                + "\"lambda-update\":\"mean\",\"mu\":2.5E-8,\"mu-factor\":2.0,"
                + "\"theta\":\"spike\",\"theta-b1\":0.8,\"theta-b2\":0.2,"
                + "\"growl\":\"proximal\",\"prox-step\":1.0,\"phase1-mask\":false,"
                + "\"restore\":\"random\",\"min-sparsity\":0.2,\"max-layer-sparsity\":0.8,"
                + "\"search-iterations\":3,\"retrain-iterations\":10,\"dense-iterations\":12,"
                + "\"epochs-per-iteration\":3,\"affinity-preference\":0.7,\"batch-size\":256,"
                + "\"learning-rate\":0.0025,\"decay\":0.5,\"initialisation\":\"lsuv\"}");
  }

  @Test
  void aPreferenceVectorThatSumsToElevenTenthsIsRefused() {
    assertThatThrownBy(() -> bind("{\"k\": [0.1, 0.5, 0.5]}"))
        .hasMessageContaining("methods[0].config.k")
        .hasMessageContaining("with sum 1.1")
        .hasMessageContaining("expected numbers that sum to 1");
  }

  @Test
  void aNegativePreferenceIsRefused() {
    assertThatThrownBy(() -> bind("{\"k\": [-0.1, 0.6, 0.5]}"))
        .hasMessageContaining("[-0.1, 0.6, 0.5]")
        .hasMessageContaining("finite numbers, at least 0");
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    assertThatThrownBy(() -> bind("{\"mu\": 0, \"decay\": 2, \"prox-step\": -1}"))
        .hasMessageContaining("mu")
        .hasMessageContaining("decay")
        .hasMessageContaining("prox-step");
  }

  @Test
  void aPreferenceVectorOfTheWrongLengthIsFoundWithTheDataset() {
    try (NDManager manager = NDManager.newBaseManager()) {
      OursConfig config = bind("{\"k\": [0.5, 0.5]}");
      assertThat(PLUGIN.check(config, new TinyProblem(manager, 0).context().dataset()))
          .singleElement()
          .satisfies(
              problem ->
                  assertThat(problem.message())
                      .isEqualTo(
                          "k: found 2 numbers [0.5, 0.5], expected 3 numbers: one for sparsity,"
                              + " then one for each task"));
    }
  }
}
