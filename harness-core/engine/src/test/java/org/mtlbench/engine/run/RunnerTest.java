package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.SparsityRecord;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.score.Scores;
import org.mtlbench.results.score.TaskRecord;

class RunnerTest {
  @TempDir Path scratch;

  @Test
  void trainsTestsAndWritesRecords() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan("{id: toy-equal, label: steady, note: by hand, config: {epochs: 3}}");

    RunOutcome outcome = run.run(plan);

    assertThat(outcome).isEqualTo(new RunOutcome(1, 0, 0, 0, 0, false));
    assertThat(run.told)
        .containsExactly(
            "begun: kept 0, again 0, to run 1",
            "started steady",
            "steady CellStarted",
            "steady EpochEnded",
            "steady EpochEnded",
            "steady EpochEnded",
            "steady PhaseEnded",
            "steady CellEnded",
            "ended steady done");
    CellRecord record = run.record("steady");
    Scores scores = record.test().orElseThrow().scores();
    assertThat(scores.values("accuracy").mean()).isBetween(0.0, 1.0);
    assertThat(RunFolder.at(run.folder).readRun().datasets().get(record.dataset()))
        .extracting(TaskRecord::name)
        .isEqualTo(scores.tasks());
    Scores constant = record.constantPredictor().orElseThrow().test();
    assertThat(constant.tasks()).isEqualTo(scores.tasks());
    assertThat(constant.values("accuracy").byTask().values())
        .allMatch(accuracy -> accuracy > 0 && accuracy < 1);
    assertThat(record.phases()).extracting(PhaseRecord::epochs).containsExactly(3);
    // trunk (16 + 1) * 5, two heads (5 + 1) * 2
    assertThat(record.parameters().orElseThrow().total()).isEqualTo(109);
    SparsityRecord sparsity = record.sparsity().orElseThrow();
    assertThat(sparsity.rows()).isEqualTo(16 + 5 + 5);
    assertThat(sparsity.components().orElseThrow())
        .extracting(SparsityRecord.RowCounts::rows)
        .containsExactly(16L, 5L, 5L);
    assertThat(sparsity.layers().orElseThrow())
        .extracting(SparsityRecord.RowCounts::rows)
        .containsExactly(16L, 5L, 5L);
    assertThat(record.flags().syntheticData()).isTrue();
    assertThat(record.provenance().plugins().keySet())
        .containsExactly("pixels", "toy-equal", "toy-flat", "toy-shared");
    assertThat(record.seconds().orElseThrow().total())
        .isGreaterThanOrEqualTo(record.seconds().orElseThrow().main());
    assertThat(record.note()).contains("by hand");
    assertThat(RunFolder.at(run.folder).readRun().cells()).containsExactly(record.planned());
  }

  @Test
  void rerunsOnlyFailedAndOutdatedCells() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan(trouble("none") + ", " + trouble("exits"));
    run.run(plan);
    CellRecord first = run.record("none");
    run.told.clear();

    run.run(plan);

    assertThat(run.told)
        .startsWith("begun: kept 1, again 1, to run 1", "started exits")
        .doesNotContain("started none");
    assertThat(run.record("none")).isEqualTo(first);

    // As if code had changed since: the hash of the record is another one.
    Path file = RunFolder.at(run.folder).cellFile(first.id());
    String json = Files.readString(file);
    Files.writeString(file, json.replace(first.provenance().hash(), "0123456789abcdef"));
    run.told.clear();

    run.run(plan);

    assertThat(run.told).startsWith("begun: kept 0, again 2, to run 2");
    assertThat(run.record("none").provenance().hash()).isEqualTo(first.provenance().hash());
  }

  @Test
  void extendedMatrixContinuesInSameFolder() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    run.run(run.plan("test", "pixels", trouble("none"), "0"));
    run.told.clear();

    run.run(run.plan("test", "pixels", trouble("none"), "0, 1"));
    assertThat(run.told).startsWith("begun: kept 1, again 0, to run 1");

    run.run(run.plan("test", "pixels", trouble("none"), "1"));
    assertThat(RunFolder.at(run.folder).readRun().cells())
        .as("what the folder holds stays planned")
        .hasSize(2);
  }

  @Test
  void sameSeedGivesSameBits() throws IOException, InterruptedException {
    RunFixture one = new RunFixture(Files.createDirectory(scratch.resolve("one")));
    RunFixture other = new RunFixture(Files.createDirectory(scratch.resolve("other")));
    String method = "{id: toy-equal, label: steady, config: {epochs: 2}}";
    one.run(one.plan("test", "pixels", method, "3"));
    other.run(other.plan("test", "pixels", method, "3, 4"));

    CellRecord first = one.record("steady");
    CellRecord same = recordOfSeed(other, 3);
    CellRecord different = recordOfSeed(other, 4);
    assertThat(same.parameters()).isEqualTo(first.parameters());
    assertThat(same.test()).isEqualTo(first.test());
    assertThat(different.parameters()).isNotEqualTo(first.parameters());
  }

  private static CellRecord recordOfSeed(RunFixture run, long seed) throws IOException {
    return RunFolder.at(run.folder).readCells().cells().stream()
        .filter(cell -> cell.seed() == seed)
        .findFirst()
        .orElseThrow();
  }

  private static String trouble(String kind) {
    return "{id: trouble, label: " + kind + ", config: {trouble: " + kind + "}}";
  }
}
