package org.mtlbench.engine.catalogue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import com.google.common.base.Suppliers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.Examples;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.Planner;
import org.mtlbench.engine.plugins.BrokenBundle;
import org.mtlbench.engine.plugins.CallKind;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.PluginChoice;
import org.mtlbench.engine.plugins.PluginKind;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.plugins.Reasons;
import org.mtlbench.toolbox.config.Nearest;

/** Plugins that are loaded in this process. */
public final class LoadedPlugins implements Plugins {
  private final Supplier<PluginRegistry> loader;

  private LoadedPlugins(Supplier<PluginRegistry> loader) {
    this.loader = loader;
  }

  /** The plugins of a registry. */
  public LoadedPlugins(PluginRegistry registry) {
    this(() -> registry);
  }

  /** The plugins that a class loader finds, loaded with the first question. */
  public static LoadedPlugins of(ClassLoader program) {
    return new LoadedPlugins(Suppliers.memoize(() -> PluginLoader.load(program)));
  }

  private PluginRegistry registry() {
    return loader.get();
  }

  @Override
  public Catalogue catalogue() {
    List<PluginInfo> plugins = new ArrayList<>();
    for (PluginKind kind : PluginKind.values()) {
      registry().plugins(kind).values().forEach(plugin -> plugins.add(info(kind, plugin)));
    }
    return new Catalogue(plugins, registry().broken());
  }

  private PluginInfo info(PluginKind kind, Plugin<?> plugin) {
    return new PluginInfo(
        kind,
        registry().descriptor(plugin),
        registry().origin(plugin),
        plugin.getClass().getName(),
        registry().jar(plugin));
  }

  @Override
  public List<PluginDetails> details(DataAccess access) {
    PluginDescriber describer = new PluginDescriber(registry(), access);
    List<PluginDetails> details = new ArrayList<>();
    for (PluginKind kind : PluginKind.values()) {
      for (Plugin<?> plugin : registry().plugins(kind).values()) {
        details.add(describer.details(info(kind, plugin), plugin));
      }
    }
    return details;
  }

  @Override
  public Plan plan(MatrixSpec matrix, Overrides overrides, DataAccess access) {
    return new Planner(Throughput.UNKNOWN).plan(matrix, registry(), overrides, access);
  }

  @Override
  public List<Inspection> inspect(List<PluginChoice> datasets, DataAccess access) {
    return datasets.stream().map(choice -> inspect(choice, access)).toList();
  }

  private Inspection inspect(PluginChoice choice, DataAccess access) {
    PluginRegistry registry = registry();
    DatasetPlugin<?> plugin = registry.datasets().get(choice.id());
    if (plugin == null) {
      return new Inspection(
          choice,
          List.of(),
          Optional.of(BrokenBundle.reasons(registry.broken(), PluginKind.DATASET, choice.id())));
    }
    try {
      registry.calling(CallKind.FILES, plugin);
      return new Inspection(
          choice, Configured.inspect(plugin, choice.config(), access), Optional.empty());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      registry.caught(e);
      return new Inspection(choice, List.of(), Optional.of(Reasons.of(e)));
    } finally {
      registry.called();
    }
  }

  @Override
  public void fetch(String id, DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException {
    if (!registry().datasets().containsKey(id)) {
      throw new IOException(BrokenBundle.reasons(registry().broken(), PluginKind.DATASET, id));
    }
    fetch(registry().datasets().get(id), access, log);
  }

  private <C extends Record> void fetch(
      DatasetPlugin<C> plugin, DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException {
    registry().calling(CallKind.FETCH, plugin);
    plugin.fetch(plugin.defaults(), access, log);
    registry().called();
  }

  @Override
  public Sample sample(Sample.Request request, Path pixels) throws IOException {
    DatasetPlugin<?> plugin = plugin(request.dataset());
    registry().calling(CallKind.FACTS, plugin);
    Configured.Dataset<?> dataset =
        Configured.dataset(
            plugin,
            PluginChoice.defaults(request.dataset()).config(),
            "dataset.config",
            request.access());
    registry().calling(CallKind.EXAMPLES, plugin);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      Dataset opened = dataset.open(request.access(), manager);
      int shown = Math.min(request.count(), opened.split(request.split()).size());
      Examples plain = opened.split(request.split()).range(0, shown, manager);
      Examples examples =
          request.augmented()
              ? opened.augment(plain, new Randomness(0).stream("contact-sheet"))
              : plain;
      NDArray inputs = examples.inputs().get(0);
      Shape shape = inputs.getShape();
      boolean images = inputs.getDataType() == DataType.UINT8 && shape.dimension() == 4;
      if (images) {
        Files.write(pixels, inputs.toByteArray());
      }
      Map<String, String> row = new LinkedHashMap<>();
      List<Task> tasks = dataset.facts().tasks();
      for (int t = 0; t < tasks.size() && images; t++) {
        NDArray values = examples.targets().get(t).values();
        NDArray first = values.get(new NDIndex("0:" + Math.min(request.row(), shown)));
        row.put(tasks.get(t).name(), Arrays.toString(first.toArray()));
      }
      registry().called();
      return new Sample(
          shown,
          Arrays.stream(shape.getShape()).skip(1).mapToObj(Math::toIntExact).toList(),
          images,
          row);
    }
  }

  private DatasetPlugin<?> plugin(String id) {
    DatasetPlugin<?> plugin = registry().datasets().get(id);
    if (plugin == null) {
      throw new InvalidConfigException(
          PluginKind.DATASET.word(),
          id,
          Nearest.allowed(id, registry().datasets().keySet())
              + registry().unusable(PluginKind.DATASET, id));
    }
    return plugin;
  }
}
