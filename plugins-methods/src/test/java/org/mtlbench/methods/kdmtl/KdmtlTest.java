package org.mtlbench.methods.kdmtl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.layer.Parameter;
import org.mtlbench.api.phase.Artefact;
import org.mtlbench.api.phase.Budget;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.api.phase.PhaseRun;
import org.mtlbench.methods.stl.StlPlugin;
import org.mtlbench.testkit.TinyProblem;
import org.mtlbench.testkit.TinyTraining;
import org.mtlbench.toolbox.config.ConfigBinder;

class KdmtlTest {
  private static final KdmtlPlugin PLUGIN = new KdmtlPlugin();

  private final NDManager manager = NDManager.newBaseManager();
  private final TinyProblem problem = new TinyProblem(manager, 1);

  @AfterEach
  void close() {
    manager.close();
  }

  /** Two epochs of teachers, one per candidate, four of the student. */
  private static ObjectNode tiny() {
    ObjectNode config =
        JsonNodeFactory.instance
            .objectNode()
            .put("epochs", 4)
            .put("search-epochs", 1)
            .put("batch-size", 16)
            .put("learning-rate", 0.03)
            .put("adaptor-learning-rate", 0.01);
    config.putObject("teacher").put("epochs", 2).put("batch-size", 16).put("learning-rate", 0.03);
    return config;
  }

  private static KdmtlConfig bind(ObjectNode user) {
    return ConfigBinder.bind(PLUGIN.defaults(), user, "config");
  }

  private Kdmtl method(ObjectNode user) {
    return new Kdmtl(bind(user), problem.context());
  }

  private static List<float[]> values(List<Parameter> parameters) {
    return parameters.stream().map(parameter -> parameter.value().toFloatArray()).toList();
  }

  private static void assertEqual(List<float[]> found, List<float[]> expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).isEqualTo(expected.get(i));
    }
  }

  @Test
  void learnsBothTasksAndReportsStudent() {
    TinyTraining training = TinyTraining.of(method(tiny()), problem);
    assertThat(Arrays.stream(training.validation().primary()).boxed())
        .allMatch(accuracy -> accuracy > 0.85);
    assertThat(training.reports()).hasSize(2 * 2 + 5 + 4);
    assertThat(training.model().parameterCount()).isEqualTo(problem.network("x").parameterCount());
    List<Double> distillation =
        training.reports().subList(9, 13).stream()
            .map(report -> report.measures().get("distillation"))
            .toList();
    assertThat(distillation).allMatch(d -> d > 0 && d < 0.05 * 4);
    assertThat(distillation.get(3)).isLessThan(distillation.get(0));
    assertThat(problem.registered())
        .filteredOn(name -> name.startsWith("note: chosen on validation: lambda 0.0"))
        .hasSize(1);
  }

  @Test
  void teachersEqualStlNetworks() {
    TinyTraining taught = TinyTraining.of(method(tiny()), problem);
    StlPlugin stl = new StlPlugin();
    TinyTraining single =
        TinyTraining.of(
            stl.create(
                ConfigBinder.bind(stl.defaults(), (ObjectNode) tiny().get("teacher"), ""),
                problem.context()),
            problem);
    assertEqual(teachers((Kdmtl.Opened) taught.training()), single.parameters());
  }

  private static List<float[]> teachers(Kdmtl.Opened opened) {
    return values(
        opened.teachers().stream()
            .flatMap(teacher -> teacher.network().parameters().stream())
            .toList());
  }

  @Test
  void trainedTeachersAreFrozenAndAdaptorsTrained() {
    Kdmtl kdmtl = method(tiny());
    Kdmtl.Opened opened = kdmtl.open(problem);
    List<float[]> adaptors = values(opened.distillation().parameters());
    List<float[]> trained = List.of();
    List<Phase> phases = kdmtl.phases(Budget.FULL);
    for (int i = 0; i < phases.size(); i++) {
      PhaseRun run = opened.phases().get(i);
      run.begin();
      for (int epoch = 1; epoch <= phases.get(i).epochs(); epoch++) {
        run.epoch(phases.get(i), epoch);
      }
      run.end();
      if (i == 1) {
        trained = teachers(opened);
        assertEqual(values(opened.distillation().parameters()), adaptors);
      } else if (i > 1) {
        assertEqual(teachers(opened), trained);
        assertThat(values(opened.distillation().parameters()).get(0)).isNotEqualTo(adaptors.get(0));
      }
    }
  }

  @Test
  void lambdaHasNoEffectIfDetached() {
    ObjectNode cut = tiny().put("distillation-gradient", false);
    cut.putArray("lambdas").addArray().add(5).add(7);
    ObjectNode none = tiny();
    none.putArray("lambdas").addArray().add(0).add(0);
    ObjectNode distilled = tiny();
    distilled.putArray("lambdas").addArray().add(5).add(7);
    List<float[]> plain = TinyTraining.of(method(none), problem).parameters();
    assertEqual(TinyTraining.of(method(cut), problem).parameters(), plain);
    assertThat(TinyTraining.of(method(distilled), problem).parameters().get(0))
        .isNotEqualTo(plain.get(0));
  }

  @Test
  void isDeterministicPerSeed() {
    List<float[]> first = TinyTraining.of(method(tiny()), problem).parameters();
    assertEqual(TinyTraining.of(method(tiny()), new TinyProblem(manager, 1)).parameters(), first);
    assertThat(TinyTraining.of(method(tiny()), new TinyProblem(manager, 2)).parameters().get(0))
        .isNotEqualTo(first.get(0));
  }

  @Test
  void teacherArtefactsDependOnConfigAndTask() {
    List<Phase> phases = method(tiny()).phases(Budget.FULL);
    assertThat(phases)
        .extracting(Phase::name)
        .containsExactly(
            "teacher left",
            "teacher upper",
            "lambda 1/5 (0.01, 0.04)",
            "lambda 2/5 (0.04, 0.01)",
            "lambda 3/5 (0.02, 0.03)",
            "lambda 4/5 (0.03, 0.02)",
            "lambda 5/5 (0.025, 0.025)",
            "train");
    List<Artefact> artefacts = teachers(phases);
    assertThat(artefacts).hasSize(2).doesNotHaveDuplicates();
    // what concerns the student alone does not change them
    Kdmtl otherStudent = method(tiny().put("epochs", 9).put("adaptor-weight-decay", 0));
    assertThat(teachers(otherStudent.phases(Budget.FULL))).isEqualTo(artefacts);
    ObjectNode other = tiny();
    other.putObject("teacher").put("epochs", 3);
    assertThat(teachers(method(other).phases(Budget.FULL)))
        .hasSize(2)
        .doesNotContainAnyElementsOf(artefacts);
  }

  private static List<Artefact> teachers(List<Phase> phases) {
    return phases.stream()
        .flatMap(phase -> phase.artefact().stream())
        .filter(artefact -> artefact.name().equals("teacher"))
        .toList();
  }

  @Test
  void budgetScalesProtocolPhases() {
    Kdmtl protocol = new Kdmtl(PLUGIN.defaults(), problem.context());
    assertThat(protocol.phases(Budget.FULL))
        .extracting(Phase::epochs)
        .containsExactly(100, 100, 50, 50, 50, 50, 50, 200);
    List<Phase> tenth = protocol.phases(new Budget(0.1));
    assertThat(tenth).extracting(Phase::epochs).containsExactly(10, 10, 5, 5, 5, 5, 5, 20);
    assertThat(tenth.subList(0, 7)).allMatch(phase -> phase.kind() == Phase.Kind.SEARCH);
    assertThat(tenth.get(7).kind()).isEqualTo(Phase.Kind.MAIN);
  }

  @Test
  void searchesLearningRateOnRequest() {
    ObjectNode user = tiny().put("search-learning-rates", true);
    assertThat(method(user).phases(Budget.FULL))
        .extracting(Phase::name)
        .contains("learning-rate 1/5 (0.00001)", "learning-rate 5/5 (0.1)")
        .hasSize(2 + 5 + 5 + 1);
  }

  @Test
  void requiresOneLambdaPerTask() {
    ObjectNode user = tiny();
    user.putArray("lambdas").addArray().add(0.1).add(0.2).add(0.3);
    assertThat(PLUGIN.check(bind(user), problem.context().dataset()))
        .extracting(Problem::message)
        .containsExactly("lambdas: found [0.1, 0.2, 0.3], expected 2 numbers, one per task");
    assertThat(PLUGIN.check(bind(tiny()), problem.context().dataset())).isEmpty();
  }

  @Test
  void hasGridForThreeTasks() {
    List<List<Double>> grid = KdmtlPlugin.lambdas(PLUGIN.defaults(), 3);
    assertThat(grid).hasSize(7);
    // in parts of 0.05: 4 to 1 to 1, then 3 to 2 to 2, then equal
    assertRatio(grid.get(0), 1, 1, 4);
    assertRatio(grid.get(2), 4, 1, 1);
    assertRatio(grid.get(4), 2, 3, 2);
    assertRatio(grid.get(6), 1, 1, 1);
  }

  private static void assertRatio(List<Double> weights, int... parts) {
    for (int i = 0; i < parts.length; i++) {
      assertThat(weights.get(i))
          .isCloseTo(0.05 * parts[i] / Arrays.stream(parts).sum(), within(1e-15));
    }
  }

  @Test
  void defaultsAreStable() {
    assertThat(ConfigBinder.toTree(PLUGIN.defaults()).toString())
        .isEqualTo(
            "{\"lambdas\":[],\"distillation-gradient\":true,\"adaptor-learning-rate\":1.0E-4,"
                + "\"adaptor-weight-decay\":5.0E-4,"
                + "\"teacher\":{\"epochs\":100,\"batch-size\":256,\"optimiser\":\"adam\","
                + "\"learning-rate\":0.01,\"momentum\":0.0,\"weight-decay\":0.0,"
                + "\"schedule\":\"step\",\"decay\":0.5,"
                + "\"decay-first\":1,\"decay-every\":30,\"initialisation\":\"pytorch\","
                + "\"selection\":\"best\"},"
                + "\"epochs\":200,\"batch-size\":256,\"optimiser\":\"adam\","
                + "\"learning-rate\":1.0E-4,\"momentum\":0.0,\"weight-decay\":0.0,"
                + "\"schedule\":\"step\",\"decay\":0.98,"
                + "\"decay-first\":25,\"decay-every\":25,\"initialisation\":\"lsuv\","
                + "\"selection\":\"best\",\"search-epochs\":50,\"search-fraction\":0.2,"
                + "\"search-learning-rates\":false,"
                + "\"learning-rates\":[1.0E-5,1.0E-4,0.001,0.01,0.1]}");
  }
}
