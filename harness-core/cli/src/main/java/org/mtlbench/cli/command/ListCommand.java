package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.text.PluginKind;
import org.mtlbench.engine.plugins.BrokenBundle;
import org.mtlbench.engine.plugins.PluginRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what there is to choose from. */
@Command(
    name = "list",
    description = {
      "List datasets, architectures, backbones, methods and presets, and bundles that cannot be used.",
      "With an ID: its config keys with defaults and allowed values."
    },
    mixinStandardHelpOptions = true)
public final class ListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DataArguments data;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      description = "datasets, architectures, backbones, methods or presets; default all of them.")
  private String kind;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ID",
      description = "One of this kind, to show its config keys.")
  private String id;

  private final PluginRegistry plugins;

  @Inject
  ListCommand(PluginRegistry plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (id != null) {
      PluginKind.named(kind).details(plugins, data.access(), id).forEach(out::println);
    } else if (kind != null) {
      PluginKind.named(kind).table(plugins, data.access()).forEach(out::println);
    } else {
      for (PluginKind each : PluginKind.values()) {
        out.println(each.plural() + ":");
        each.table(plugins, data.access()).forEach(out::println);
        out.println();
      }
    }
    for (BrokenBundle bundle : plugins.broken()) {
      out.println("broken: " + bundle.sentence());
    }
    return ExitCode.DONE;
  }
}
