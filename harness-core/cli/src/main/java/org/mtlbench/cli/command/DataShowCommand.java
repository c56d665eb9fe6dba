package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mtlbench.api.config.Checks;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.option.DatasetArgument;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.engine.catalogue.ChosenDataset;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.catalogue.Sample;
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

  /** The maximum length of a panel's longer side in screen pixels, after scaling. */
  private static final int SIDE = 100;

  /** The maximum width of a row of the sheet in screen pixels. */
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
      paramLabel = "SPLIT",
      defaultValue = "train",
      description = "One of train, validation, test; default train.")
  private SplitName split;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "Number of examples; default 100, or 20 for dense labels.")
  private Integer count;

  @Option(
      names = "--augmented",
      description = "Apply the random augmentation of training, whatever the split.")
  private boolean augmented;

  private final Plugins plugins;

  @Inject
  DataShowCommand(Plugins plugins) {
    this.plugins = plugins;
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
    if (output != null) {
      OutputFile.check("--out", output);
    }
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
            new Sample.Request(
                chosen, data.access(), split, Optional.ofNullable(count), COLUMNS, augmented),
            pixels);
    if (sample.table().isPresent()) {
      describe(chosen.name(), new TableDescription(sample.table().get()), only);
      return;
    }
    Sample.Panels panels = sample.panels().orElseThrow();
    Path png = file(chosen.name(), only);
    int columns = write(panels, Files.readAllBytes(pixels), png);
    out.println(
        Formatting.count(sample.examples(), "example") + " of " + chosen.name() + ": " + png);
    panels.captions().forEach(caption -> out.println("  " + caption));
    sample
        .labels()
        .forEach(
            (task, labels) ->
                out.println(
                    "  first row, "
                        + task
                        + ": "
                        + labels.subList(0, Math.min(columns, labels.size()))));
  }

  /**
   * Draws the sheet.
   *
   * @return examples per row
   */
  private static int write(Sample.Panels panels, byte[] rgb, Path png) throws IOException {
    int zoom = Math.max(1, Math.min(MAX_ZOOM, SIDE / Math.max(panels.height(), panels.width())));
    int fitting = Math.max(1, WIDTH / (panels.perExample() * panels.width() * zoom));
    int columns = Math.min(COLUMNS, fitting);
    new ContactSheet(columns * panels.perExample(), zoom)
        .write(png, rgb, panels.height(), panels.width(), 3);
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
