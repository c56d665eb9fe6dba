package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.option.DatasetArgument;
import org.mtlbench.cli.text.Words;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.catalogue.Sample;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Draws examples. */
@Command(
    name = "show",
    description = "Draw the first examples of datasets on contact sheets.",
    mixinStandardHelpOptions = true)
final class DataShowCommand implements Callable<Integer> {
  private static final int COLUMNS = 10;
  private static final int ZOOM = 3;

  @Spec private CommandSpec spec;
  @Mixin private DatasetArgument dataset;
  @Mixin private DataArguments data;

  @Option(
      names = "--out",
      paramLabel = "PNG",
      description =
          "The picture's file, or for several datasets the end of its name; default DATASET.png.")
  private Path picture;

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
    List<String> chosen = dataset.of(plugins.catalogue());
    Path pixels = Files.createTempFile("mtlbench-", ".pixels");
    try {
      for (String id : chosen) {
        show(id, pixels, chosen.size() == 1);
      }
    } finally {
      Files.deleteIfExists(pixels);
    }
    return ExitCode.DONE;
  }

  private void show(String id, Path pixels, boolean only) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Sample sample =
        plugins.sample(
            new Sample.Request(id, data.access(), split, count, COLUMNS, augmented), pixels);
    List<Integer> shape = sample.shape();
    if (!sample.images()) {
      String found = id + ", with inputs of shape " + shape(shape);
      if (only) {
        throw new InvalidConfigException("dataset", found, "a dataset of images");
      }
      out.println("skipped " + found + ", which are no images");
      return;
    }
    Path png = file(id, only);
    new ContactSheet(COLUMNS, ZOOM)
        .write(png, Files.readAllBytes(pixels), shape.get(0), shape.get(1), shape.get(2));
    out.println(Words.count(sample.examples(), "example") + " of " + id + ": " + png);
    sample
        .firstRow()
        .forEach((task, values) -> out.println("  first row, " + task + ": " + values));
  }

  private static String shape(List<Integer> sizes) {
    return sizes.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
  }

  private Path file(String id, boolean only) {
    if (picture == null) {
      return Path.of(id + ".png");
    }
    return only ? picture : picture.resolveSibling(id + "-" + picture.getFileName());
  }
}
