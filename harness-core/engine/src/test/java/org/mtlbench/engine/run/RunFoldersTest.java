package org.mtlbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.results.folder.RunFolder;

class RunFoldersTest {
  @TempDir Path scratch;

  @Test
  void acceptsNewEmptyAndStartedFolders() throws IOException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan("trouble");
    RunFolder folder = RunFolder.at(run.folder);
    assertThat(RunFolders.check(folder, plan)).isEmpty();
    Files.createDirectory(run.folder);
    assertThat(RunFolders.check(folder, plan)).isEmpty();
    folder.create();
    Files.createFile(run.folder.resolve(FolderLock.FILE));
    assertThat(RunFolders.check(folder, plan)).isEmpty();
  }

  @Test
  void rejectsFilesAndOtherFolders() throws IOException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan("trouble");
    Path file = Files.createFile(scratch.resolve("file"));
    assertRejected(file, plan, "file, a file, expected a new or empty folder");
    Path home = Files.createDirectory(scratch.resolve("home"));
    Files.createFile(home.resolve("letter.txt"));
    assertRejected(home, plan, "contains other files, for example letter.txt, expected");
    assertThat(home.resolve(FolderLock.FILE)).as("nothing was made there").doesNotExist();
  }

  @Test
  void rejectsResultsOfOtherMatrix() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan("first", "pixels", "trouble", "0");
    run.run(plan);
    Plan renamed = run.plan("second", "pixels", "trouble", "0");
    assertRejected(
        run.folder,
        renamed,
        "which contains results of the matrix 'first' (" + plan.matrixHash() + "), expected");
  }

  @Test
  void rejectsUnreadableRun() throws IOException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan("trouble");
    Files.createDirectory(run.folder);
    Files.writeString(run.folder.resolve("run.json"), "{\"schema\": 1, \"name\": ");
    assertRejected(run.folder, plan, "run.json: not a complete JSON document");
    Files.writeString(run.folder.resolve("run.json"), "{\"schema\": 999}");
    assertRejected(run.folder, plan, "999");
  }

  @Test
  void replacesIncompleteRunRecordAndKeepsCells() throws IOException, InterruptedException {
    RunFixture run = new RunFixture(scratch);
    Plan plan = run.plan("first", "pixels", "trouble", "0");
    run.run(plan);
    String id = plan.cells().get(0).spec().id();
    Path file = run.folder.resolve("run.json");
    byte[] whole = Files.readAllBytes(file);
    byte[] cell = Files.readAllBytes(RunFolder.at(run.folder).cells().resolve(id + ".json"));
    for (byte[] left : new byte[][] {Arrays.copyOf(whole, whole.length / 2), new byte[100], {}}) {
      Files.write(file, left);
      run.told.clear();
      run.run(plan);
      assertThat(run.told).contains("warned " + file + " is half-written and is recreated");
      assertThat(RunFolder.at(run.folder).readRun().matrixHash()).isEqualTo(plan.matrixHash());
      assertThat(RunFolder.at(run.folder).cells().resolve(id + ".json")).hasBinaryContent(cell);
    }
    Files.write(file, new byte[0]);
    Plan other = run.plan("second", "pixels", "trouble", "1");
    assertRejected(run.folder, other, "run.json: empty");
  }

  private static void assertRejected(Path folder, Plan plan, String message) {
    assertThatThrownBy(() -> RunFolders.check(RunFolder.at(folder), plan))
        .isInstanceOf(HarnessException.class)
        .hasMessageContaining(message);
  }
}
