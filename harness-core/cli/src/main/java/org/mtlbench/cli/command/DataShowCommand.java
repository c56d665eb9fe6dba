package org.mtlbench.cli.command;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.mtlbench.api.config.Checks;
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
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.cli.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws examples, or describes a table. */
@Command(
    name = "show",
    description = {
      "Draw the first examples of datasets on contact sheets.",
      "Of a table, describe columns and tasks."
    },
    mixinStandardHelpOptions = true)
final class DataShowCommand implements Callable<Integer> {
  private static final int COLUMNS = 10;
  private static final int ZOOM = 3;

  @Spec private CommandSpec spec;
  @Mixin private DatasetArgument dataset;
  @Mixin private DataArguments data;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "The picture's file, or for several datasets the end of its name; default DATASET.png. Of"
              + " a table, a file for the text; default none.")
  private Path output;

  @Option(
      names = "--split",
      defaultValue = "TRAIN",
      description = "One of ${COMPLETION-CANDIDATES}; default train.")
  private SplitName split;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many examples; default 100.")
  private int count;

  @Option(
      names = "--augmented",
      description = "Change the examples at random as training does, whatever the split.")
  private boolean augmented;

  private final Map<String, DatasetPlugin<?>> datasets;

  @Inject
  DataShowCommand(Map<String, DatasetPlugin<?>> datasets) {
    this.datasets = datasets;
  }

  @Override
  public Integer call() throws IOException {
    Checks.start()
        .that(count >= 1 && count <= 10_000, "--count", count, "a whole number from 1 to 10000")
        .finish();
    DataAccess access = data.access();
    List<ChosenDataset<?>> chosen = dataset.of(datasets);
    for (ChosenDataset<?> each : chosen) {
      show(each, access, chosen.size() == 1);
    }
    return ExitCode.DONE;
  }

  private void show(ChosenDataset<?> chosen, DataAccess access, boolean only) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      List<Task> tasks = chosen.tasks(access);
      Dataset opened = chosen.open(access, manager);
      int shown = Math.min(count, opened.split(split).size());
      Examples plain = opened.split(split).range(0, shown, manager);
      Examples examples =
          augmented ? opened.augment(plain, new Randomness(0).stream("contact-sheet")) : plain;
      NDArray images = examples.inputs().get(0);
      Shape shape = images.getShape();
      if (images.getDataType() != DataType.UINT8 || shape.dimension() != 4) {
        describe(chosen.name(), new TableDescription(opened, tasks, manager), only);
        return;
      }
      Path png = file(chosen.name(), only);
      new ContactSheet(COLUMNS, ZOOM)
          .write(
              png,
              images.toByteArray(),
              Math.toIntExact(shape.get(1)),
              Math.toIntExact(shape.get(2)),
              Math.toIntExact(shape.get(3)));
      out.println(Words.count(shown, "example") + " of " + chosen.name() + ": " + png);
      for (int t = 0; t < tasks.size(); t++) {
        NDArray row =
            examples.targets().get(t).values().get(new NDIndex("0:" + Math.min(COLUMNS, shown)));
        out.println("  first row, " + tasks.get(t).name() + ": " + Arrays.toString(row.toArray()));
      }
    }
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
      return Path.of(name.replaceAll("[^A-Za-z0-9._-]", "-") + ".png");
    }
    return only ? output : output.resolveSibling(name + "-" + output.getFileName());
  }
}
