package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.CellStatus;
import org.mtlbench.results.FailureKind;
import org.mtlbench.results.PhaseRecord;
import org.mtlbench.results.folder.RunFolder;

/** Tests faults of workers: the run continues, and the cell's record contains the reason. */
@Timeout(300)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
class FaultsTest {
  @TempDir Path scratch;

  @Test
  void recordsFaultsAndRunsOtherCells() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan =
        run.plan(
            String.join(
                ", ",
                trouble("throws"),
                trouble("rejects"),
                trouble("diverges"),
                trouble("peeks"),
                trouble("lacks-class"),
                trouble("exits"),
                trouble("halts"),
                trouble("hangs-at-exit"),
                trouble("hoards"),
                trouble("allocates"),
                trouble("killed"),
                trouble("faults"),
                trouble("shouts"),
                trouble("none")));

    RunOutcome outcome = run.run(plan);

    assertThat(outcome).isEqualTo(new RunOutcome(3, 10, 1, 0, 0, false));
    assertThrown(run, "throws", "first line");
    assertThrown(run, "rejects", "k: found 3 numbers, expected 2 numbers");
    assertThrown(run, "peeks", "a method asked for the test split, expected train or validation");
    assertThrown(run, "lacks-class", "code that it needs is missing (org.example.Missing)");
    assertThat(run.record("throws").failure().orElseThrow().logTail())
        .as("the tail of the log")
        .anyMatch(line -> line.contains("at org.mtlbench"));
    assertFailed(
        run,
        "exits",
        FailureKind.EXITED,
        "the worker ended with exit code 0 and left no result, as when a plugin ends the process");
    assertFailed(
        run,
        "halts",
        FailureKind.CRASHED,
        "the worker ended with exit code 134 (crashed: aborted by native code)");
    assertFailed(
        run,
        "hoards",
        FailureKind.OUT_OF_HEAP,
        "out of memory: the worker's Java heap of 2 GiB was full");
    assertFailed(run, "allocates", FailureKind.OUT_OF_NATIVE_MEMORY, "");
    assertThat(run.record("allocates").reason().orElseThrow()).contains("allocate");
    assertFailed(
        run,
        "killed",
        FailureKind.KILLED,
        "the worker ended with exit code 137 (killed, often by the system for lack of memory)");
    assertFailed(
        run,
        "faults",
        FailureKind.CRASHED,
        "the worker ended with exit code 134 (crashed: aborted by native code)");
    CellRecord diverged = run.record("diverges");
    assertThat(diverged.status()).isEqualTo(CellStatus.DIVERGED);
    assertThat(diverged.reason()).contains("loss of task left became NaN in epoch 1, step 3");
    assertThat(diverged.failure()).isEmpty();
    assertThat(run.record("throws").phases())
        .as("the phase that went well is kept")
        .extracting(PhaseRecord::name)
        .containsExactly("calm");
    assertThat(run.record("none").notes()).containsExactly("all is well");
    assertThat(run.record("hangs-at-exit").hasResult()).as("its work was done").isTrue();
    assertThat(run.record("shouts").hasResult()).as("printing is harmless").isTrue();
    assertThat(Files.readString(log(run, "shouts"))).contains("noise");
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void recordsTimeout() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan(trouble("dawdles") + ", " + trouble("stuck"));
    RunPolicy policy = new RunPolicy(Optional.of(Duration.ofSeconds(4)), 1, false, false);

    RunOutcome outcome = run.runner().run(plan, run.options(policy, 2));

    assertThat(outcome).isEqualTo(new RunOutcome(0, 2, 0, 0, 0, false));
    for (String label : new String[] {"dawdles", "stuck"}) {
      CellRecord record = run.record(label);
      assertThat(record.status()).isEqualTo(CellStatus.TIMEOUT);
      assertThat(record.reason()).contains("no end within 4s (--timeout)");
      assertThat(record.failure().orElseThrow().kind()).isEqualTo(FailureKind.TIMED_OUT);
    }
    assertThat(run.told).noneMatch(line -> line.startsWith("retrying"));
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void retriesOnlyMachineFailures() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    String once =
        "{id: trouble, label: once, config: {trouble: killed-once, marker: "
            + scratch.resolve("marker")
            + "}}";
    Plan plan = run.plan(String.join(", ", once, trouble("killed"), trouble("throws")));

    RunOutcome outcome =
        run.runner().run(plan, run.options(new RunPolicy(Optional.empty(), 1, false, false), 2));

    assertThat(outcome).isEqualTo(new RunOutcome(1, 2, 0, 0, 0, false));
    assertThat(run.record("once").hasResult()).isTrue();
    assertThat(run.told.stream().filter(line -> line.startsWith("retrying")))
        .containsExactlyInAnyOrder(
            "retrying once after attempt 1 of 2", "retrying killed after attempt 1 of 2");
    assertThat(run.told.stream().filter(line -> line.startsWith("ended")))
        .containsExactlyInAnyOrder("ended once done", "ended killed failed", "ended throws failed");
  }

  @Test
  void failFastEndsRunAndOnlyFailedRetries() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan(trouble("diverges") + ", " + trouble("exits") + ", " + trouble("none"));
    RunPolicy failFast = new RunPolicy(Optional.empty(), 0, false, true);

    assertThat(run.runner().run(plan, run.options(failFast, 1)))
        .as("the first cell diverged, the others are open")
        .isEqualTo(new RunOutcome(0, 0, 1, 2, 0, false));
    assertThat(run.runner().run(plan, run.options(failFast, 1)))
        .as("a divergence is kept and ends nothing again")
        .isEqualTo(new RunOutcome(0, 1, 1, 1, 0, false));
    run.told.clear();

    RunPolicy onlyFailed = new RunPolicy(Optional.empty(), 0, true, false);
    assertThat(run.runner().run(plan, run.options(onlyFailed, 1)))
        .isEqualTo(new RunOutcome(0, 1, 0, 0, 0, false));
    assertThat(run.told)
        .startsWith("begun: kept 0, again 1, to run 1", "started exits")
        .doesNotContain("started none", "started diverges");
  }

  private static String trouble(String kind) {
    return "{id: trouble, label: " + kind + ", config: {trouble: " + kind + "}}";
  }

  private static void assertThrown(RunFixture run, String label, String reason) throws IOException {
    assertFailed(run, label, FailureKind.THREW, reason);
  }

  private static void assertFailed(RunFixture run, String label, FailureKind kind, String reason)
      throws IOException {
    CellRecord record = run.record(label);
    assertThat(record.status()).isEqualTo(CellStatus.FAILED);
    assertThat(record.reason().orElseThrow()).startsWith(reason);
    assertThat(record.failure().orElseThrow().kind()).as(label).isEqualTo(kind);
  }

  private static Path log(RunFixture run, String label) throws IOException {
    return RunFolder.at(run.folder).logFile(run.record(label).id());
  }
}
