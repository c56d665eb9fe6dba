package org.mtlbench.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.cli.Cli;
import org.mtlbench.engine.task.TaskState;
import org.mtlbench.engine.task.TaskStates;
import org.mtlbench.results.folder.RunFolder;

/** Runs on a real Slurm cluster of two nodes on this machine. */
@Timeout(1800)
@EnabledIfSystemProperty(
    named = "mtlbench.slurm",
    matches = "true",
    disabledReason = "needs root and Slurm; see docs/clusters.md")
class SlurmIT {
  private static final Path SCRIPT = Path.of("src", "test", "slurm", "cluster.sh");
  private static final int KILLS = Integer.getInteger("mtlbench.slurm.kills", 6);

  @TempDir static Path scratch;
  private static Path cluster;

  @BeforeAll
  static void startCluster() throws IOException, InterruptedException {
    assumeTrue(
        System.getProperty("user.name").equals("root")
            && Files.isExecutable(Path.of("/usr/sbin/slurmctld"))
            && Files.isExecutable(Path.of("/usr/sbin/slurmd")),
        "Slurm is not installed, or this is not root: see cluster.sh install");
    cluster = scratch.resolve("cluster");
    String out = shell(SCRIPT.toAbsolutePath() + " start '" + cluster + "'");
    assumeTrue(
        out.contains("n1") && out.contains("n2") && out.contains("idle"),
        () -> "Slurm is installed, but does not start here:\n" + out);
  }

  @AfterAll
  static void stopCluster() throws IOException, InterruptedException {
    if (cluster != null) {
      shell(SCRIPT.toAbsolutePath() + " stop '" + cluster + "'");
    }
  }

  private static String shell(String command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(scratch, "shell", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", command)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("SLURM_CONF", cluster.resolve("slurm.conf").toString());
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).as(command).isTrue();
    return Files.readString(out);
  }

  /** A matrix of one method on {@code seeds} seeds. */
  private static Path matrix(String name, int seeds, int epochs) throws IOException {
    List<Integer> all = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      all.add(seed);
    }
    return Files.writeString(
        scratch.resolve(name + ".yaml"),
        String.join(
            "\n",
            "name: " + name,
            "datasets:",
            "  - id: multimnist-synthetic",
            "    config: {train-size: 300, validation-size: 60, test-size: 60}",
            "architectures: [hps]",
            "methods: [{id: ls, label: \"LS $(exit 9) 'a'\", config: {epochs: "
                + epochs
                + ", batch-size: 20}}]",
            "seeds: " + all,
            ""));
  }

  /** A client and its output. */
  private record Client(Process process, Path log) {
    void endsWith(int code) throws IOException, InterruptedException {
      assertThat(process.waitFor()).as(Files.readString(log)).isEqualTo(code);
    }
  }

  private static Client start(Path matrix, Path out, String... more) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run", matrix.toString(), "--out=" + out, "--device=cpu", "--checkpoint-every=0"));
    arguments.addAll(List.of(more));
    Path log = scratch.resolve("client-" + System.nanoTime() + ".log");
    return new Client(
        Cli.start(
            Map.of("SLURM_CONF", cluster.resolve("slurm.conf").toString()),
            log,
            arguments.toArray(String[]::new)),
        log);
  }

  private static void runLocally(Path matrix, Path out) throws IOException, InterruptedException {
    start(matrix, out, "--slots=1").endsWith(0);
  }

  /** The processes of tasks on a node: {@code work} and its workers. */
  private static List<ProcessHandle> processes(String node, Path out) throws IOException {
    String job = "SLURM_ARRAY_JOB_ID=" + job(out) + "\0";
    String place = "SLURMD_NODENAME=" + node + "\0";
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .filter(process -> environment(process).contains(place))
        .filter(process -> environment(process).contains(job))
        .toList();
  }

  private static String environment(ProcessHandle process) {
    try {
      return Files.readString(
          Path.of("/proc", "" + process.pid(), "environ"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static void signal(String name, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    for (ProcessHandle process : processes) {
      shell("kill -" + name + " " + process.pid());
    }
  }

  private static long ended(Path out) throws IOException {
    if (!Files.exists(out.resolve("slurm.json"))) {
      return 0;
    }
    return TaskStates.of(out).read().stream()
        .filter(task -> task.progress() == TaskState.Progress.DONE)
        .count();
  }

  private static void await(String what, Condition condition)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as(what).isLessThan(deadline);
      Thread.sleep(200);
    }
  }

  @FunctionalInterface
  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private static String job(Path out) throws IOException {
    Path file = out.resolve("slurm.json");
    String json = Files.exists(file) ? Files.readString(file) : "";
    return json.replaceAll("(?s).*\"id\"\\s*:\\s*\"(\\d+)\".*", "$1");
  }

  @Test
  void survivesNodeFailureCancellationControllerRestartAndLossOfClient()
      throws IOException, InterruptedException {
    Path matrix = matrix("faults", 12, 80);
    Path whole = scratch.resolve("whole faults");
    Path out = scratch.resolve("out faults");
    runLocally(matrix, whole);

    Process client = start(matrix, out, "--on=slurm").process();
    RunFolder folder = RunFolder.at(out);
    await("a task on n1", () -> !processes("n1", out).isEmpty() && ended(out) >= 1);

    // a node fails; its processes hang and come back when their cell is done elsewhere
    List<ProcessHandle> stopped = processes("n1", out);
    signal("STOP", stopped);
    shell("kill -9 $(cat '" + cluster + "/slurmd-n1.pid')");
    client.destroyForcibly();
    client.waitFor();

    // the controller restarts
    shell(
        "pid=$(cat '"
            + cluster
            + "/slurmctld.pid'); kill $pid; while kill -0 $pid 2>/dev/null; do sleep 0.2; done");
    shell(SCRIPT.toAbsolutePath() + " controller '" + cluster + "'");
    await("the controller", () -> shell("squeue --noheader").contains("mtlbench"));

    Client attached = start(matrix, out, "--on=slurm");
    long before = ended(out);
    await("progress on n2", () -> ended(out) > before);
    Thread.sleep(25_000);
    shell(SCRIPT.toAbsolutePath() + " node '" + cluster + "' 1");

    // the last task is cancelled; its cell is a failed row
    int last = TaskStates.of(out).count() - 1;
    shell("scancel " + job(out) + "_" + last);
    attached.endsWith(3);
    String cancelled = TaskStates.of(out).read().get(last).cells().get(0).id();
    assertThat(folder.readCell(cancelled).orElseThrow().reason().orElseThrow())
        .contains("cancelled");

    start(matrix, out, "--on=slurm").endsWith(0);
    new SameResults(whole, out).check();
    Map<Path, byte[]> files = contents(out);
    signal("CONT", stopped);
    await("stopped tasks end", () -> stopped.stream().noneMatch(ProcessHandle::isAlive));
    contents(out)
        .forEach((file, bytes) -> assertThat(bytes).as("" + file).isEqualTo(files.get(file)));
    new SameResults(whole, out).check();
  }

  @Test
  void requeuesTaskAtTimeLimit() throws IOException, InterruptedException {
    Path matrix = matrix("limit", 1, 900);
    Path whole = scratch.resolve("whole-limit");
    Path out = scratch.resolve("out-limit");
    runLocally(matrix, whole);
    start(matrix, out, "--on=slurm", "--resource=time=1").endsWith(0);
    String cell = TaskStates.of(out).read().get(0).cells().get(0).id();
    assertThat(RunFolder.at(out).attempts(cell).newest()).as("attempts").isGreaterThan(1);
    new SameResults(whole, out).check();
  }

  private static Map<Path, byte[]> contents(Path out) throws IOException {
    Map<Path, byte[]> contents = new HashMap<>();
    for (String part : List.of("cells", "events", "artefacts")) {
      try (Stream<Path> files = Files.walk(out.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          contents.put(file, Files.readAllBytes(file));
        }
      }
    }
    return contents;
  }

  @Test
  void randomKillsLoseNoCellAndDoNoneTwice() throws IOException, InterruptedException {
    Path matrix = matrix("kills", 6, 150);
    Path whole = scratch.resolve("whole-kills");
    Path out = scratch.resolve("out-kills");
    runLocally(matrix, whole);
    Random random = new Random(1);
    int killed = 0;
    int code = -1;
    while (code != 0) {
      Process client = start(matrix, out, "--on=slurm", "--retry=100").process();
      while (client.isAlive()) {
        client.waitFor(500 + random.nextInt(4000), TimeUnit.MILLISECONDS);
        List<ProcessHandle> running = new ArrayList<>(processes("n1", out));
        running.addAll(processes("n2", out));
        if (killed < KILLS && !running.isEmpty()) {
          signal("KILL", List.of(running.get(random.nextInt(running.size()))));
          killed++;
        }
      }
      code = client.exitValue();
      assertThat(code).as("exit code of the client").isIn(0, 3);
    }
    assertThat(killed).as("kills").isEqualTo(KILLS);
    new SameResults(whole, out).check();
  }

  @Test
  void submitsFailedCellAgainThoughElementOfItsJobHasNotEnded()
      throws IOException, InterruptedException {
    Path matrix = matrix("late", 1, 100);
    Path out = scratch.resolve("late");
    start(matrix, out, "--on=slurm", "--timeout=1s", "--resource=prologue=trap 'sleep 12' EXIT")
        .endsWith(3);
    String first = job(out);
    start(matrix, out, "--on=slurm").endsWith(0);
    assertThat(job(out)).isNotEqualTo(first);
  }

  @Test
  void rejectsWhatTheClusterDoesNotHave() throws IOException, InterruptedException {
    Path matrix = matrix("rejected", 1, 1);
    Path out = scratch.resolve("rejected");
    Path log = scratch.resolve("rejected.log");
    Process client =
        Cli.start(
            Map.of("SLURM_CONF", cluster.resolve("slurm.conf").toString()),
            log,
            "run",
            matrix.toString(),
            "--out=" + out,
            "--on=slurm",
            "--resource=partition=none");
    assertThat(client.waitFor()).isEqualTo(2);
    assertThat(Files.readString(log)).contains("--on slurm").contains("partition");
  }
}
