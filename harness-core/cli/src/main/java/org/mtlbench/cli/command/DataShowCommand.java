package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.option.DatasetArgument;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.cli.text.Words;
import org.mtlbench.engine.catalogue.ChosenDataset;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.catalogue.Sample;
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

  private final Plugins plugins;

  @Inject
  DataShowCommand(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() throws IOException {
    Checks.start()
        .that(count >= 1 && count <= 10_000, "--count", count, "a whole number from 1 to 10000")
        .finish();
    List<ChosenDataset> chosen = dataset.of(plugins.catalogue());
    Path pixels = Files.createTempFile("mtlbench-", ".pixels");
    try {
      for (ChosenDataset each : chosen) {
        show(each, pixels, chosen.size() == 1);
      }
    } finally {
      Files.deleteIfExists(pixels);
    }
    return ExitCode.DONE;
  }

  private void show(ChosenDataset chosen, Path pixels, boolean only) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Sample sample =
        plugins.sample(
            new Sample.Request(chosen, data.access(), split, count, COLUMNS, augmented), pixels);
    if (sample.table().isPresent()) {
      describe(chosen.name(), new TableDescription(sample.table().get()), only);
      return;
    }
    List<Integer> shape = sample.shape();
    Path png = file(chosen.name(), only);
    new ContactSheet(COLUMNS, ZOOM)
        .write(png, Files.readAllBytes(pixels), shape.get(0), shape.get(1), shape.get(2));
    out.println(Words.count(sample.examples(), "example") + " of " + chosen.name() + ": " + png);
    sample
        .firstRow()
        .forEach((task, values) -> out.println("  first row, " + task + ": " + values));
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
