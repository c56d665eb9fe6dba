package org.mtlbench.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.cli.text.Invocation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Creates the project of a new plugin. */
@Command(
    name = "new-plugin",
    description = {
      "Create a Maven project for your own method, architecture or dataset, with a plugin, its"
          + " contract test and a matrix.",
      "It compiles and passes its tests unchanged, and its jar can be used with --plugins."
    },
    mixinStandardHelpOptions = true)
public final class NewPluginCommand implements Callable<Integer> {
  /** The kind of plugin to create. */
  enum Kind {
    METHOD,
    ARCHITECTURE,
    DATASET
  }

  /** The kind of method to create. */
  enum Shape {
    AGGREGATION,
    WEIGHTING
  }

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description = "Kind of plugin: method, architecture or dataset.")
  private Kind kind;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "The plugin's id: lower case letters, digits and single hyphens.")
  private String name;

  @Option(
      names = "--as",
      paramLabel = "SHAPE",
      description =
          "For a method: aggregation (task gradients to a direction) or weighting (task losses to"
              + " weights); default aggregation.")
  private Shape shape;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      defaultValue = "org.example",
      description = "The Java package; default org.example.")
  private String home;

  @Option(names = "--out", paramLabel = "DIR", description = "The project's folder; default NAME.")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    PluginProject project = new PluginProject(name, home, template());
    Path place = folder == null ? Path.of(name) : folder;
    project.write(place);
    PrintWriter out = spec.commandLine().getOut();
    String made = kind.name().toLowerCase(Locale.ROOT);
    out.println("created " + place + ", the project of the " + made + " " + name + "; next:");
    out.println("  cd " + place);
    out.println("  mvn package");
    out.println("  " + Invocation.nameIn(place) + " run compare.yaml --plugins target");
    project
        .missingRepository()
        .ifPresent(
            missing ->
                spec.commandLine()
                    .getErr()
                    .println(
                        "warning: the Maven repository "
                            + missing
                            + " is missing, so mvn package cannot find mtlbench. Use a complete"
                            + " release or checkout, or build with"
                            + " -Dmtlbench.repository=URL."));
    return ExitCode.DONE;
  }

  private PluginTemplate template() {
    if (shape != null && kind != Kind.METHOD) {
      throw new InvalidConfigException(
          "--as", shape.name().toLowerCase(Locale.ROOT), "nothing, since only methods have shapes");
    }
    return switch (kind) {
      case METHOD ->
          shape == Shape.WEIGHTING ? PluginTemplate.WEIGHTING : PluginTemplate.AGGREGATION;
      case ARCHITECTURE -> PluginTemplate.ARCHITECTURE;
      case DATASET -> PluginTemplate.DATASET;
    };
  }
}
