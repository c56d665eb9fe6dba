package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.plan.Shard;

/** Locks of other processes, which are real ones. */
@Timeout(120)
class FolderLockTest {
  @TempDir Path folder;
  private final List<Process> holders = new ArrayList<>();

  /** Holds a folder until standard input ends. */
  static final class Holder {
    private Holder() {}

    /** The folder, and a shard if there is one. */
    public static void main(String[] arguments) throws IOException {
      Optional<Shard> shard =
          arguments.length > 1 ? Optional.of(Shard.parse(arguments[1])) : Optional.empty();
      try (FolderLock lock = FolderLock.take(Path.of(arguments[0]), shard)) {
        System.out.println("held");
        int end = System.in.read();
        System.out.println("over " + end);
      }
    }
  }

  private Process hold(String... shard) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Holder.class.getName()));
    command.add(folder.toString());
    command.addAll(List.of(shard));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    holders.add(process);
    BufferedReader said = process.inputReader();
    assertThat(said.readLine()).isEqualTo("held");
    return process;
  }

  @AfterEach
  void endHolders() {
    holders.forEach(Process::destroyForcibly);
  }

  private void assertRejected(Optional<Shard> shard, Process holder) {
    assertThatThrownBy(() -> FolderLock.take(folder, shard))
        .isInstanceOf(HarnessException.class)
        .hasMessageContaining(folder + " is in use by process " + holder.pid() + " on ");
  }

  private void assertTaken(Optional<Shard> shard) throws IOException {
    FolderLock.take(folder, shard).close();
  }

  @Test
  void rejectsSecondRunnerWithProcessOfHolder() throws IOException, InterruptedException {
    Process holder = hold();

    assertRejected(Optional.empty(), holder);
    assertRejected(Optional.of(new Shard(1, 2)), holder);

    holder.destroyForcibly().waitFor();

    assertTaken(Optional.empty());
    assertTaken(Optional.of(new Shard(1, 2)));
  }

  @Test
  void shardsOfSameCountShareFolder() throws IOException, InterruptedException {
    Process first = hold("1/3");
    Process second = hold("2/3");

    assertTaken(Optional.of(new Shard(3, 3)));
    assertRejected(Optional.of(new Shard(2, 3)), second);
    assertThatThrownBy(() -> FolderLock.take(folder, Optional.of(new Shard(3, 4))))
        .hasMessageContaining(" for a shard of another division");
    assertThatThrownBy(() -> FolderLock.take(folder, Optional.empty()))
        .hasMessageContaining("is in use by process ");

    second.destroyForcibly().waitFor();

    assertRejected(Optional.empty(), first);
    assertTaken(Optional.of(new Shard(2, 3)));
  }
}
