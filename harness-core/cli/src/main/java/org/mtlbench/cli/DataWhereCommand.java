package org.mtlbench.cli;

import com.google.inject.Inject;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.engine.plugins.PluginRegistry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells where data is looked for. */
@Command(
    name = "where",
    description = "Show where source files and derived arrays lie, and which files are there.",
    mixinStandardHelpOptions = true)
final class DataWhereCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private DatasetArgument dataset;
  @Mixin private DataArguments data;
  private final PluginRegistry plugins;

  @Inject
  DataWhereCommand(PluginRegistry plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    DataAccess access = data.access();
    List<DatasetPlugin<?>> chosen = dataset.of(plugins);
    out.println("data folder: " + access.root());
    out.println("derived arrays: " + access.cache());
    for (DatasetPlugin<?> plugin : chosen) {
      List<SourceFile> files = new DefaultDataset<>(plugin).inspect(access);
      SourceFileLines.of(plugin.descriptor().id(), files).forEach(out::println);
    }
    return ExitCode.DONE;
  }
}
