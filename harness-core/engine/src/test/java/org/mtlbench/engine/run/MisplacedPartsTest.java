package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.results.folder.RunFolder;

/** Runs in folders in which others have put or removed things. */
@Timeout(120)
class MisplacedPartsTest {
  @TempDir Path scratch;

  @Test
  void movesAsideFoldersInPlaceOfFilesAndRunsCell() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan("{id: toy-equal, label: steady, config: {epochs: 2}}");
    String id = plan.cells().get(0).spec().id();
    RunFolder folder = RunFolder.at(run.folder).create();
    List<Path> files =
        List.of(
            folder.cellFile(id),
            folder.attempts(id).checkpointFile(1),
            folder.attempts(id).eventFile(1),
            folder.publishedEvents(id),
            folder.logFile(id),
            folder.root().resolve(FolderLock.FILE));
    for (Path file : files) {
      Files.createDirectories(file.resolve("something"));
    }

    assertThat(run.run(plan).complete()).isTrue();

    for (Path file : files) {
      Path aside = file.resolveSibling(file.getFileName() + ".aside-1");
      assertThat(aside.resolve("something")).as("nothing is lost").isDirectory();
      assertThat(Files.isDirectory(file)).as("%s", file).isFalse();
    }
    assertThat(run.told)
        .contains(
            "warned "
                + files.get(0)
                + " was not a plain file and was renamed to "
                + id
                + ".json.aside-1");
    assertThat(run.run(plan).complete()).as("and it can be read").isTrue();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it does not remove files that are open")
  void endsRunIfFolderIsRemoved() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan("{id: trouble, label: dawdles, config: {trouble: dawdles}}");
    CompletableFuture<Void> remover =
        CompletableFuture.runAsync(
            () -> {
              Path events =
                  RunFolder.at(run.folder).attempts(plan.cells().get(0).spec().id()).eventFile(1);
              while (!Files.exists(events)) {
                Thread.onSpinWait();
              }
              remove(run.folder);
            });

    assertThatThrownBy(() -> run.run(plan))
        .isInstanceOfSatisfying(
            HarnessException.class, e -> assertThat(e.category()).isEqualTo(ErrorCategory.STORAGE))
        .hasMessage("run folder: " + run.folder + " was removed while cells were running in it");
    remover.join();
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  private static void remove(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
