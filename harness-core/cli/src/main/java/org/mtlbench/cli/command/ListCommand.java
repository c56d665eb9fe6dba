package org.mtlbench.cli.command;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.cli.option.DataArguments;
import org.mtlbench.cli.text.ListedKind;
import org.mtlbench.cli.text.PluginTables;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.engine.catalogue.Catalogue;
import org.mtlbench.engine.catalogue.PluginDetails;
import org.mtlbench.engine.catalogue.PluginInfo;
import org.mtlbench.engine.catalogue.Plugins;
import org.mtlbench.engine.plugins.BrokenBundle;
import org.mtlbench.engine.plugins.PluginKind;
import org.mtlbench.toolbox.config.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists datasets, architectures, backbones, methods and presets. */
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
      description = "Id of a plugin of this kind, to show its config keys.")
  private String id;

  private final Plugins plugins;

  @Inject
  ListCommand(Plugins plugins) {
    this.plugins = plugins;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<PluginDetails> all = List.of();
    if (kind == null) {
      all = plugins.details(data.access());
      for (ListedKind each : ListedKind.values()) {
        out.println(TextStyle.HEADING.output(each.plural() + ":"));
        table(each, all, PluginTables::brief).forEach(out::println);
        out.println();
      }
    } else {
      ListedKind one = ListedKind.named(kind);
      if (one.plugins().isPresent()) {
        all = of(one.plugins().get(), plugins.details(data.access()));
      }
      (id == null ? table(one, all, PluginTables::full) : details(one, all)).forEach(out::println);
    }
    for (PluginDetails plugin : all) {
      PluginInfo info = plugin.info();
      plugin
          .failure()
          .ifPresent(
              reason ->
                  out.println(
                      TextStyle.FAILURE.output("fails: ")
                          + info.kind().named(info.id())
                          + " of "
                          + info.origin()
                          + " with its defaults: "
                          + reason));
    }
    for (BrokenBundle bundle : plugins.catalogue().broken()) {
      out.println(TextStyle.FAILURE.output("broken: ") + bundle.sentence());
    }
    return ExitCode.DONE;
  }

  private static List<String> table(
      ListedKind listed,
      List<PluginDetails> all,
      Function<List<PluginDetails>, List<String>> plugins) {
    return listed
        .plugins()
        .map(wanted -> plugins.apply(of(wanted, all)))
        .orElseGet(ListedKind::presets);
  }

  private static List<PluginDetails> of(PluginKind wanted, List<PluginDetails> all) {
    Stream<PluginDetails> found = all.stream().filter(plugin -> plugin.info().kind() == wanted);
    return (wanted == PluginKind.METHOD
            ? found.sorted(Comparator.comparing(PluginDetails::nature))
            : found)
        .toList();
  }

  private List<String> details(ListedKind listed, List<PluginDetails> all) throws IOException {
    if (listed.plugins().isEmpty()) {
      return ListedKind.preset(id);
    }
    PluginKind wanted = listed.plugins().get();
    Optional<PluginDetails> found =
        of(wanted, all).stream().filter(plugin -> plugin.info().id().equals(id)).findFirst();
    if (found.isEmpty()) {
      Catalogue catalogue = plugins.catalogue();
      throw new InvalidConfigException(
          wanted.word(),
          id,
          Nearest.allowed(id, catalogue.ids(wanted)) + catalogue.unusable(wanted, id));
    }
    return PluginTables.details(found.get());
  }
}
