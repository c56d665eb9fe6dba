package org.mtlbench.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.fixtures.PixelData;
import org.mtlbench.engine.plugins.Configured;

/** Tasks that a matrix chooses of a dataset. */
class TaskChoiceTest {
  @TempDir Path folder;
  private ToyPlans plans;

  @BeforeEach
  void load() throws IOException {
    plans = new ToyPlans(folder);
  }

  private static String matrix(String tasks) {
    return ToyPlans.one("{id: toy-digits, config: {" + tasks + "}}", "toy-shared", "toy-equal", "");
  }

  private CellSpec cell(String tasks) {
    return plans.plan(matrix(tasks)).cells().get(0).spec();
  }

  @Test
  void effectiveConfigContainsTasksInOrder() {
    assertThat(cell("tasks: [task1]").dataset().config())
        .hasToString("{\"rotation\":0,\"seed\":42,\"tasks\":[\"task1\"]}");
    assertThat(cell("tasks: [task1, task0]").id())
        .isNotEqualTo(cell("tasks: [task1]").id())
        .isNotEqualTo(cell("").id());
  }

  @Test
  void allTasksInOrderEqualNoSelection() {
    assertThat(cell("tasks: [task0, task1]").id()).isEqualTo(cell("").id());
  }

  @Test
  void checksMethodsForSelectedTasks() {
    String staged = "{id: toy-stages, config: {k: [0.2, 0.8]}}";
    String tasks = "{id: toy-digits, config: {tasks: [task1]}}";
    assertThat(plans.plan(ToyPlans.one(tasks, "toy-shared", staged, "")).cells()).hasSize(1);
    assertThat(plans.problems(ToyPlans.one("toy-digits", "toy-shared", staged, ""))).hasSize(1);
  }

  @Test
  void rejectsUnknownAndDuplicateTasks() {
    assertThat(plans.problems(matrix("tasks: [taks1, task0, task0]")))
        .containsExactly(
            "datasets[0].config.tasks[0]: found \"taks1\", expected one of task0, task1"
                + " (nearest: 'task1')",
            "datasets[0].config.tasks[2]: found \"task0\", expected each task once");
  }

  @Test
  void rejectsOtherThanListOfNames() {
    String allowed = ", expected a list of one or more task names";
    assertThat(plans.problems(matrix("tasks: []")))
        .containsExactly("datasets[0].config.tasks: found an empty list" + allowed);
    assertThat(plans.problems(matrix("tasks: task0")))
        .containsExactly("datasets[0].config.tasks: found \"task0\"" + allowed);
  }

  @Test
  void oneNameHasOneListOfTasks() {
    String first = "{id: toy-digits, config: {tasks: [task1]}}";
    String both = first + ", toy-digits";
    assertThat(plans.problems(ToyPlans.one(both, "toy-shared", "toy-equal", "")))
        .containsExactly(
            "datasets[1]: found toy-digits with the tasks task0 (accuracy), task1 (accuracy),"
                + " expected the tasks of the other toy-digits, task1 (accuracy), or a separate"
                + " label");
    String named = first.replace("config:", "label: one-task, config:") + ", toy-digits";
    List<CellSpec> cells =
        plans.plan(ToyPlans.one(named, "toy-shared", "toy-equal", "")).cells().stream()
            .map(PlannedCell::spec)
            .toList();
    assertThat(cells)
        .extracting(cell -> cell.dataset().name())
        .containsExactly("one-task", "toy-digits");
    // the label changes no result
    assertThat(cells.get(0).id()).isEqualTo(cell("tasks: [task1]").id());
  }

  @Test
  void overridesAcceptLabels() {
    String datasets = "{id: toy-digits, label: few, config: {tasks: [task1]}}, toy-digits";
    String method =
        "{id: toy-stages, overrides: [{when: {dataset: few}, config: {k: [0.2, 0.8]}}]}";
    assertThat(plans.plan(ToyPlans.one(datasets, "toy-shared", method, "")).cells())
        .extracting(cell -> cell.spec().method().config().get("k").toString())
        .containsExactly("[0.2,0.8]", "[]");
    assertThat(
            plans.problems(ToyPlans.one(datasets, "toy-shared", method.replace("few", "fwe"), "")))
        .singleElement()
        .asString()
        .startsWith("methods[0].overrides[0].when.dataset: found 'fwe', expected one of");
  }

  @Test
  void architecturesMayHaveLabels() {
    String networks = "{id: toy-shared, label: Plain}, toy-watched";
    assertThat(plans.plan(ToyPlans.one("toy-digits", networks, "toy-equal", "")).cells())
        .extracting(cell -> cell.spec().architecture().name())
        .containsExactly("Plain", "toy-watched");
    assertThat(
            plans.problems(ToyPlans.one("toy-digits", networks + ", toy-shared", "toy-equal", "")))
        .singleElement()
        .asString()
        .startsWith("architectures[2]");
    assertThat(
            plans.problems(
                ToyPlans.one("toy-digits", "{id: toy-shared, label: a/b}", "toy-equal", "")))
        .containsExactly(
            "architectures[0].label: found \"a/b\", expected a name of 1 to 64 letters,"
                + " digits, dots, hyphens or underscores that starts with a letter or digit");
  }

  @Test
  void examplesHaveLabelsOfSelectedTasks() throws IOException {
    ObjectNode config = (ObjectNode) new ObjectMapper().readTree("{\"tasks\": [\"upper\"]}");
    DataAccess access = new DataAccess(folder, folder, false);
    Configured.Dataset<?> chosen = Configured.dataset(new PixelData(), config, "", access);
    Configured.Dataset<?> all =
        Configured.dataset(new PixelData(), new ObjectMapper().createObjectNode(), "", access);
    assertThat(chosen.facts().tasks()).extracting(Task::name).containsExactly("upper");
    try (NDManager manager = NDManager.newBaseManager()) {
      Dataset some = chosen.open(access, manager);
      Dataset whole = all.open(access, manager);
      NDArray positions = manager.create(new long[] {5, 0, 95});
      Randomness random = new Randomness(1);
      assertSame(
          some.takeTraining(positions, random.stream("a")),
          whole.takeTraining(positions, random.stream("a")));
      assertSame(
          some.split(SplitName.TEST).range(3, 7, manager),
          whole.split(SplitName.TEST).range(3, 7, manager));
      Examples raw = some.split(SplitName.TRAIN).take(positions);
      assertThatThrownBy(() -> some.augment(raw, random.stream("a")))
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  private static void assertSame(Examples some, Examples whole) {
    assertThat(some.targets()).hasSize(1);
    assertThat(some.targets().get(0).values().toLongArray())
        .isEqualTo(whole.targets().get(1).values().toLongArray());
    assertThat(some.inputs().get(0).contentEquals(whole.inputs().get(0))).isTrue();
  }
}
