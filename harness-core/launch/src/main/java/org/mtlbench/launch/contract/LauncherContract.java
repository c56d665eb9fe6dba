package org.mtlbench.launch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.catalogue.LoadedPlugins;
import org.mtlbench.engine.device.ComputeDevice;
import org.mtlbench.engine.device.DeviceChoice;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.run.RunListener;
import org.mtlbench.engine.run.RunOptions;
import org.mtlbench.engine.run.RunOutcome;
import org.mtlbench.launch.Launch;
import org.mtlbench.launch.Launcher;
import org.mtlbench.launch.Resources;
import org.mtlbench.launch.StopRequest;
import org.mtlbench.results.folder.RunFolder;

/**
 * Contract test of launchers: every cell gets a result, cells with a result are not run again, and
 * nothing is left running. Requires JUnit and AssertJ.
 */
public abstract class LauncherContract {
  @TempDir Path scratch;

  /** Creates the launcher. */
  protected abstract Launcher launcher();

  /** What tasks need; nothing by default. */
  protected Resources resources() {
    return Resources.NONE;
  }

  /** A matrix of two or more cells that train in seconds without data files. */
  protected abstract Path matrix(Path folder) throws IOException;

  /** The command that starts mtlbench where tasks run, as arguments. */
  protected abstract List<String> program();

  @Test
  void idIsShortNameOfLowerCaseLetters() {
    assertThat(launcher().id()).matches("[a-z][a-z0-9-]{0,31}");
    assertThat(launcher().description()).isNotBlank().doesNotContain("\n");
  }

  @Test
  void runsEveryCellOnceInFolderWithAnyName() throws IOException, InterruptedException {
    Path out = scratch.resolve("run 'of' $(exit 9) `exit 9`");
    LoadedPlugins plugins = LoadedPlugins.of(LauncherContract.class.getClassLoader());
    DataAccess data = new DataAccess(scratch.resolve("data"), scratch.resolve("cache"), false);
    Plan plan = plugins.plan(MatrixReader.read(matrix(scratch)), Overrides.NONE, data);
    int cells = plan.cells().size();
    assertThat(cells).as("cells of the matrix").isGreaterThan(1);

    assertThat(launch(plugins, plan, data, out)).isEqualTo(outcome(cells));
    RunFolder folder = RunFolder.at(out);
    assertThat(folder.readCells().warnings()).isEmpty();
    assertThat(folder.readCells().cells())
        .hasSize(cells)
        .allSatisfy(cell -> assertThat(cell.hasResult()).as(cell.label()).isTrue());
    List<Long> attempts = attempts(plan, folder);
    assertThat(attempts).as("attempts of each cell").containsOnly(1L);

    assertThat(launch(plugins, plan, data, out)).as("again").isEqualTo(outcome(cells));
    assertThat(attempts(plan, folder)).as("attempts after a second launch").isEqualTo(attempts);
    assertThat(launcher().active(out)).as("whether work is left").isFalse();
  }

  private static RunOutcome outcome(int cells) {
    return new RunOutcome(cells, 0, 0, 0, 0, false);
  }

  private static List<Long> attempts(Plan plan, RunFolder folder) {
    return plan.cells().stream().map(cell -> folder.attempts(cell.spec().id()).newest()).toList();
  }

  private RunOutcome launch(LoadedPlugins plugins, Plan plan, DataAccess data, Path out)
      throws IOException, InterruptedException {
    DeviceChoice cpu = new DeviceChoice(List.of(ComputeDevice.CPU), "contract test");
    RunOptions options = new RunOptions(out, cpu, 1, 1, data, Optional.empty());
    return launcher()
        .launch(
            new Launch(
                plugins,
                plan,
                options,
                resources(),
                program(),
                "",
                new RunListener() {},
                line -> {},
                line -> {},
                new StopRequest()))
        .outcome();
  }
}
