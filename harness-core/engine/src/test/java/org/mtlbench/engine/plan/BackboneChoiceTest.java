package org.mtlbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.architecture.Network;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.fixtures.NetworksBundle;
import org.mtlbench.engine.fixtures.ServiceFileLoader;
import org.mtlbench.engine.fixtures.ToyBundle;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.NetworkFactory;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;

/** Backbones that a matrix chooses, and networks that do not fit together. */
class BackboneChoiceTest {
  @TempDir Path folder;
  private ToyPlans plans;
  private PluginRegistry registry;

  @BeforeEach
  void load() throws IOException {
    plans = new ToyPlans(folder, NetworksBundle.class);
    registry =
        PluginLoader.load(
            new ServiceFileLoader(
                folder, ToyBundle.class.getName(), NetworksBundle.class.getName()));
  }

  private static String matrix(String architecture) {
    return ToyPlans.one("toy-digits", architecture, "toy-equal", "");
  }

  private CellSpec cell(String architecture) {
    return plans.plan(matrix(architecture)).cells().get(0).spec();
  }

  @Test
  void theEffectiveConfigHasTheBackboneThatTheMatrixChoosesWithAllItsKeys() {
    assertThat(cell("toy-shared").architecture().config()).hasToString("{}");
    String flat = "{\"backbone\":{\"id\":\"toy-flat\",\"config\":{\"width\":5}}}";
    assertThat(cell("{id: toy-shared, config: {backbone: toy-flat}}").architecture().config())
        .hasToString(flat);
    assertThat(
            cell("{id: toy-shared, config: {backbone: {id: toy-flat, config: {width: 7}}}}")
                .architecture()
                .config())
        .hasToString(flat.replace("5", "7"));
  }

  @Test
  void anotherBackboneIsAnotherCell() {
    String chosen = cell("{id: toy-shared, config: {backbone: toy-flat}}").id();
    assertThat(chosen).isNotEqualTo(cell("toy-shared").id());
    assertThat(cell("{id: toy-shared, config: {backbone: {id: toy-flat}}}").id()).isEqualTo(chosen);
  }

  @Test
  void networksAreMadeOfTheChosenBackbone() {
    CellSpec spec =
        cell("{id: toy-shared, config: {backbone: {id: toy-flat, config: {width: 7}}}}");
    Configured.Dataset<?> dataset =
        Configured.dataset(registry, spec.dataset(), new DataAccess(folder, folder, false));
    NetworkFactory networks =
        NetworkFactory.of(
            registry, dataset, Configured.architecture(registry, spec.architecture()));
    try (NDManager manager = NDManager.newBaseManager()) {
      Network network = networks.create(manager, new Randomness(1));
      // 36 pixels to 7 features, and two heads of 4 classes
      assertThat(network.parameterCount()).isEqualTo(36 * 7 + 7 + 2 * (7 * 4 + 4));
      assertThat(networks.create(manager, new Randomness(1), 1).tasks()).isEqualTo(1);
    }
    assertThat(networks.of().multiplyAdds()).isEqualTo(36 * 7 + 2 * 28);
    assertThat(networks.of(0).multiplyAdds()).isEqualTo(36 * 7 + 28);
    assertThat(networks.plugins())
        .extracting(plugin -> plugin.descriptor().id())
        .containsExactly("toy-shared", "toy-flat", "toy-digits");
  }

  @Test
  void estimatesFollowTheBackbone() throws IOException {
    Path file = folder.resolve("estimates.yaml");
    Files.writeString(file, matrix("toy-shared, {id: toy-shared, config: {backbone: toy-flat}}"));
    Plan plan =
        new Planner(new Throughput(1e3))
            .plan(
                MatrixReader.read(file),
                registry,
                Overrides.NONE,
                new DataAccess(folder, folder, false));
    double start = 2;
    // a convolution of 32 values with 9 products, 32x5; or 36x5; then two heads of 5x4
    assertThat((plan.cells().get(0).estimatedSeconds() - start) * (36 * 5 + 40))
        .isEqualTo((plan.cells().get(1).estimatedSeconds() - start) * (32 * 9 + 32 * 5 + 40));
  }

  @Test
  void namesTheNearestBackboneAndTheKeyThatIsWrong() {
    assertThat(plans.problems(matrix("{id: toy-shared, config: {backbone: toy-flatt}}")))
        .containsExactly(
            "architectures[0].config.backbone: found toy-flatt, expected one of toy-conv,"
                + " toy-flat (nearest: 'toy-flat')");
    assertThat(
            plans.problems(
                matrix("{id: toy-shared, config: {backbone: {id: toy-flat, config: {width: 0}}}}")))
        .singleElement()
        .asString()
        .startsWith("architectures[0].config.backbone.config.width: found 0, expected");
    assertThat(plans.problems(matrix("{id: toy-shared, config: {backbone: {width: 3}}}")))
        .containsExactly(
            "architectures[0].config.backbone: found {\"width\":3}, expected the id of a backbone,"
                + " or a mapping of id and config");
  }

  @Test
  void rejectsADatasetWhoseBackboneIsMissing() {
    assertThat(plans.problems(ToyPlans.one("toy-lost", "toy-shared", "toy-equal", "")))
        .singleElement()
        .asString()
        .startsWith("architectures[0]: found toy-shared with backbone: toy-con, expected")
        .endsWith("on dataset toy-lost");
  }

  @Test
  void rejectsAPixelTaskOnAFlatFeature() {
    assertThat(plans.problems(ToyPlans.one("toy-pixels", "toy-shared", "toy-equal", "")))
        .containsExactly(
            "architectures[0]: found toy-shared with backbone toy-conv: ClassMap[n=3] from a flat"
                + " feature, expected a target of one value or vector per example, or a backbone"
                + " with a spatial feature, on dataset toy-pixels");
  }

  @Test
  void rejectsAMethodThatNeedsStagesOnAnArchitectureWithout() {
    assertThat(plans.problems(ToyPlans.one("toy-digits", "toy-split", "toy-stages", "")))
        .containsExactly(
            "methods[0].config: found no trunk shared by all tasks, expected a shared trunk in"
                + " stages, on architecture toy-split, on dataset toy-digits");
    assertThat(plans.plan(ToyPlans.one("toy-digits", "toy-split", "toy-equal", "")).cells())
        .hasSize(1);
  }
}
