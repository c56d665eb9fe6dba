package org.mtlbench.engine.plan;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.fixtures.ServiceFileLoader;
import org.mtlbench.engine.fixtures.ToyBundle;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;

/** Plans matrices of the toy plugins. */
final class ToyPlans {
  static final String MATRIX =
      """
      name: toys
      datasets: [toy-digits]
      architectures: [toy-shared, toy-watched]
      methods: [toy-equal, {id: toy-stages, label: Staged, config: {k: [0.2, 0.3, 0.5]}}]
      seeds: [3, 4]
      budget: 0.5
      """;

  private final Path folder;
  private final PluginRegistry registry;

  /** Creates a registry with the toy plugins and further bundles. */
  ToyPlans(Path folder, Class<?>... bundles) throws IOException {
    this.folder = folder;
    String[] names = new String[1 + bundles.length];
    names[0] = ToyBundle.class.getName();
    for (int i = 0; i < bundles.length; i++) {
      names[1 + i] = bundles[i].getName();
    }
    registry = PluginLoader.load(new ServiceFileLoader(folder, names));
  }

  Plan plan(String yaml, Overrides overrides) {
    try {
      Path file = Files.writeString(folder.resolve("m.yaml"), yaml);
      return new Planner(Throughput.UNKNOWN)
          .plan(
              MatrixReader.read(file), registry, overrides, new DataAccess(folder, folder, false));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Plan plan(String yaml) {
    return plan(yaml, Overrides.NONE);
  }

  /** The problems of a matrix. */
  List<String> problems(String yaml) {
    return catchThrowableOfType(InvalidConfigException.class, () -> plan(yaml)).problems().stream()
        .map(Problem::message)
        .toList();
  }

  /** A matrix of lists in YAML flow style. */
  static String one(String datasets, String architectures, String methods, String rest) {
    return "name: one\ndatasets: [%s]\narchitectures: [%s]\nmethods: [%s]\n%s"
        .formatted(datasets, architectures, methods, rest);
  }
}
