package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.catalogue.LoadedPlugins;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.task.PreparedTasks;
import org.mtlbench.engine.task.TaskOutcome;
import org.mtlbench.engine.task.TaskState;
import org.mtlbench.engine.task.TaskState.Progress;
import org.mtlbench.engine.task.TaskStates;
import org.mtlbench.engine.task.Tasks;
import org.mtlbench.results.folder.RunFolder;

/** Tasks in this process, with real workers. */
@Timeout(180)
class TasksTest {
  @TempDir Path scratch;
  private final List<String> log = new ArrayList<>();

  private static String trouble(String kind) {
    return "{id: trouble, label: " + kind + ", config: {trouble: " + kind + "}}";
  }

  private static PreparedTasks prepare(RunFixture run, Plan plan, int cellsPerTask)
      throws IOException {
    return Tasks.prepare(
        new LoadedPlugins(run.registry), plan, run.options(), cellsPerTask, new RunListener() {});
  }

  private TaskOutcome work(Path folder, int index) throws IOException, InterruptedException {
    return Tasks.work(folder, index, log::add, () -> false);
  }

  private static List<Progress> progress(Path folder) throws IOException {
    return TaskStates.of(folder).read().stream().map(TaskState::progress).toList();
  }

  @Test
  void runsTasksAndPreparesFailedCellsAgain() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan(String.join(", ", trouble("none"), trouble("throws"), trouble("shouts")));

    PreparedTasks prepared = prepare(run, plan, 2);

    assertThat(prepared.tasks()).extracting(List::size).containsExactly(2, 1);
    assertThat(progress(run.folder)).containsExactly(Progress.MISSING, Progress.MISSING);
    // as on a machine where the folder has another path
    Path moved = Files.move(run.folder, scratch.resolve("moved"));
    assertThat(work(moved, 0)).isEqualTo(new TaskOutcome(2, 0, 0, 0));
    assertThat(work(moved, 1)).isEqualTo(new TaskOutcome(0, 1, 0, 0));
    assertThat(progress(moved)).containsExactly(Progress.DONE, Progress.FAILED);
    assertThat(log)
        .anyMatch(
            line ->
                line.endsWith(
                    "task 1 ended: 0 done, 1 failed,"
                        + " 0 claimed by another process, 0 to resume"));
    assertThat(RunFolder.at(moved).events())
        .as("published, except for the failed cell, which may resume")
        .isDirectoryContaining(file -> file.toString().endsWith(".1.jsonl"))
        .isDirectoryNotContaining(file -> file.toString().endsWith(".2.jsonl"));

    log.clear();
    assertThat(work(moved, 0)).as("nothing is done twice").isEqualTo(new TaskOutcome(2, 0, 0, 0));
    assertThat(log).noneMatch(line -> line.endsWith("started"));

    Files.move(moved, run.folder);
    PreparedTasks again = prepare(run, plan, 2);
    assertThat(again.start().kept()).hasSize(2);
    assertThat(again.start().again()).isEqualTo(1);
    assertThat(again.count()).isEqualTo(1);
    assertThat(progress(run.folder)).as("a failure of before").containsExactly(Progress.MISSING);
    assertThat(work(run.folder, 0)).isEqualTo(new TaskOutcome(0, 1, 0, 0));
    assertThat(progress(run.folder)).containsExactly(Progress.FAILED);
  }

  @Test
  void localRunContinuesWhatTasksDid() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan(trouble("none") + ", " + trouble("shouts"));
    prepare(run, plan, 1);
    work(run.folder, 1);

    assertThat(run.run(plan)).isEqualTo(new RunOutcome(2, 0, 0, 0, 0, false));

    assertThat(run.told).contains("begun: kept 1, again 0, to run 1");
    assertThat(progress(run.folder)).containsExactly(Progress.DONE, Progress.DONE);
  }

  @Test
  void rejectsUnknownTasks() throws IOException {
    RunFixture run = new RunFixture(scratch);
    assertThatThrownBy(() -> work(scratch, 0))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("DIR: found " + scratch + ", which has no tasks.jsonl");
    prepare(run, run.plan(trouble("none")), 1);

    assertThatThrownBy(() -> work(run.folder, 1))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("--index: found 1, expected a whole number from 0 to 0");
    assertThatThrownBy(() -> prepare(run, run.plan(trouble("none")), 0))
        .hasMessageContaining("cells per task: found 0");
  }
}
