package org.mtlbench.cli.command;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.cli.option.ChosenDataset;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.option.DatasetArgument;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.engine.environment.EngineLibraries;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes examples of a dataset as an image, or describes a table. */
@Command(
    name = "show",
    description = {
      "Write the first examples of datasets as contact sheets (PNG).",
      "For tables, describe columns and tasks."
    },
    mixinStandardHelpOptions = true)
final class DataShowCommand implements Callable<Integer> {
  private static final int COLUMNS = 10;
  private static final int MAX_ZOOM = 3;

  /** Screen pixels that a panel's longer side may have after it is enlarged. */
  private static final int SIDE = 100;

  /** Screen pixels that a row of the sheet may have. */
  private static final int WIDTH = 1600;

  @Spec private CommandSpec spec;
  @Mixin private DatasetArgument dataset;
  @Mixin private DataArguments data;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The image file, or for several datasets the end of its name; default DATASET.png. For"
              + " tables, a file for the text; default none.")
  private Path output;

  @Option(
      names = "--split",
      defaultValue = "TRAIN",
      description = "One of ${COMPLETION-CANDIDATES}; default train.")
  private SplitName split;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many examples; default 100, or 20 where labels are maps.")
  private Integer count;

  @Option(
      names = "--augmented",
      description = "Apply the random augmentation of training, whatever the split.")
  private boolean augmented;

  private final Map<String, DatasetPlugin<?>> datasets;

  @Inject
  DataShowCommand(Map<String, DatasetPlugin<?>> datasets) {
    this.datasets = datasets;
  }

  @Override
  public Integer call() throws IOException {
    Checks.start()
        .that(
            count == null || (count >= 1 && count <= 10_000),
            "--count",
            count,
            "a whole number from 1 to 10000")
        .finish();
    checkOutput();
    DataAccess access = data.access();
    List<ChosenDataset<?>> chosen = dataset.of(datasets);
    for (ChosenDataset<?> each : chosen) {
      show(each, access, chosen.size() == 1);
    }
    return ExitCode.DONE;
  }

  /** Found out before anything is drawn; folders are not made, since a name may be mistyped. */
  private void checkOutput() {
    if (output == null) {
      return;
    }
    Path folder = output.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InvalidConfigException(
          "--out", output + ", in a folder that is missing", "a file in a folder that exists");
    }
    if (Files.isDirectory(output)) {
      throw new InvalidConfigException("--out", output + ", a folder", "a file's name");
    }
  }

  private void show(ChosenDataset<?> chosen, DataAccess access, boolean only) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    EngineLibraries.load();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      List<Task> tasks = chosen.tasks(access);
      Dataset opened = chosen.open(access, manager);
      int shown = Math.min(count(tasks), opened.split(split).size());
      Examples plain = opened.split(split).range(0, shown, manager);
      Examples examples =
          augmented ? opened.augment(plain, new Randomness(0).stream("contact-sheet")) : plain;
      Optional<ExamplePanels> panels = ExamplePanels.of(opened, examples, tasks);
      if (panels.isEmpty()) {
        describe(chosen.name(), new TableDescription(opened, tasks, manager), only);
        return;
      }
      Path png = file(chosen.name(), only);
      int columns = write(panels.get(), png);
      out.println(Formatting.count(shown, "example") + " of " + chosen.name() + ": " + png);
      panels.get().captions().forEach(caption -> out.println("  " + caption));
      for (int t = 0; t < tasks.size(); t++) {
        if (!tasks.get(t).target().dense()) {
          NDIndex row = new NDIndex("0:" + Math.min(columns, shown));
          NDArray labels = examples.targets().get(t).values().get(row);
          out.println(
              "  first row, " + tasks.get(t).name() + ": " + Arrays.toString(labels.toArray()));
        }
      }
    }
  }

  private int count(List<Task> tasks) {
    if (count != null) {
      return count;
    }
    return tasks.stream().anyMatch(task -> task.target().dense()) ? 20 : 100;
  }

  /**
   * Draws the sheet.
   *
   * @return examples in a row
   */
  private static int write(ExamplePanels panels, Path png) throws IOException {
    int zoom = Math.max(1, Math.min(MAX_ZOOM, SIDE / Math.max(panels.height(), panels.width())));
    int fitting = Math.max(1, WIDTH / (panels.perExample() * panels.width() * zoom));
    int columns = Math.min(COLUMNS, fitting);
    new ContactSheet(columns * panels.perExample(), zoom)
        .write(png, panels.rgb(), panels.height(), panels.width(), 3);
    return columns;
  }

  private void describe(String name, TableDescription table, boolean only) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<String> lines = table.lines(Invocation.columns());
    out.println(name + ":");
    lines.forEach(out::println);
    if (output != null) {
      Path text = file(name, only);
      Files.write(text, table.lines(Integer.MAX_VALUE));
      out.println("written to " + text);
    }
  }

  private Path file(String name, boolean only) {
    if (output == null) {
      return Path.of(name + ".png");
    }
    return only ? output : output.resolveSibling(name + "-" + output.getFileName());
  }
}
