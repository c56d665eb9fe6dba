package org.mtlbench.cli.option;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.catalogue.Catalogue;
import org.mtlbench.engine.catalogue.ChosenDataset;
import org.mtlbench.engine.matrix.CellEntry;
import org.mtlbench.engine.matrix.Entry;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.plugins.PluginKind;
import org.mtlbench.toolbox.config.Nearest;
import picocli.CommandLine.Parameters;

/** Argument that selects datasets. */
public final class DatasetArgument {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DATASET|FILE",
      description =
          "A dataset's id (see 'list datasets'), or a matrix file for its datasets with their"
              + " configs; default all datasets.")
  private String name;

  /**
   * The selected datasets: one by id, those of a matrix file, or all.
   *
   * @throws InvalidConfigException if there is no such dataset or file, or the file is invalid
   */
  public List<ChosenDataset> of(Catalogue catalogue) {
    List<String> ids = catalogue.ids(PluginKind.DATASET);
    if (name == null) {
      return ids.stream().map(ChosenDataset::of).toList();
    }
    if (ids.contains(name)) {
      return List.of(ChosenDataset.of(name));
    }
    if (!MatrixArguments.isFile(name)) {
      throw unknown(PluginKind.DATASET.word(), name, catalogue);
    }
    MatrixSpec spec = MatrixArguments.read(name);
    if (!spec.problems().isEmpty()) {
      throw new InvalidConfigException(spec.problems());
    }
    Map<Object, ChosenDataset> chosen = new LinkedHashMap<>();
    Stream.concat(spec.datasets().stream(), spec.cells().stream().map(CellEntry::dataset))
        .forEach(entry -> chosen.putIfAbsent(entry.identity(), of(entry, catalogue)));
    return List.copyOf(chosen.values());
  }

  private static ChosenDataset of(Entry entry, Catalogue catalogue) {
    if (catalogue.find(PluginKind.DATASET, entry.id()).isEmpty()) {
      throw unknown(entry.at(), entry.id(), catalogue);
    }
    return new ChosenDataset(
        new PluginChoice(entry.id(), entry.name(), entry.config()), entry.at() + ".config");
  }

  private static InvalidConfigException unknown(String path, String id, Catalogue catalogue) {
    return new InvalidConfigException(
        path,
        id,
        Nearest.allowed(id, catalogue.ids(PluginKind.DATASET))
            + catalogue.unusable(PluginKind.DATASET, id));
  }
}
