package org.mtlbench.engine.catalogue;

import com.google.common.base.Suppliers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.engine.cost.Throughput;
import org.mtlbench.engine.matrix.MatrixSpec;
import org.mtlbench.engine.model.SavedModel;
import org.mtlbench.engine.plan.Overrides;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.engine.plan.Planner;
import org.mtlbench.engine.plugins.BrokenBundle;
import org.mtlbench.engine.plugins.CallKind;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.PluginKind;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.plugins.Reasons;
import org.mtlbench.toolbox.config.Nearest;

/** Plugins loaded in this process. */
public final class LoadedPlugins implements Plugins {
  private final Supplier<PluginRegistry> loader;

  private LoadedPlugins(Supplier<PluginRegistry> loader) {
    this.loader = loader;
  }

  /** Creates the plugins of a registry. */
  public LoadedPlugins(PluginRegistry registry) {
    this(() -> registry);
  }

  /** Creates the plugins found by a class loader; they are loaded on first use. */
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
  public List<Inspection> inspect(List<ChosenDataset> datasets, DataAccess access) {
    return datasets.stream().map(chosen -> inspect(chosen, access)).toList();
  }

  private Inspection inspect(ChosenDataset chosen, DataAccess access) {
    String id = chosen.choice().id();
    if (!registry().datasets().containsKey(id)) {
      return new Inspection(chosen.name(), id, List.of(), Optional.of(unusable(id)));
    }
    BoundDataset<?> dataset = bound(chosen);
    try {
      registry().calling(CallKind.FILES, dataset.plugin());
      return new Inspection(chosen.name(), id, dataset.inspect(access), Optional.empty());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      registry().caught(e);
      return new Inspection(chosen.name(), id, List.of(), Optional.of(Reasons.of(e)));
    } finally {
      registry().called();
    }
  }

  @Override
  public void fetch(ChosenDataset chosen, DataAccess access, Consumer<String> log)
      throws IOException, InterruptedException {
    if (!registry().datasets().containsKey(chosen.choice().id())) {
      throw new IOException(unusable(chosen.choice().id()));
    }
    BoundDataset<?> dataset = bound(chosen);
    registry().calling(CallKind.FETCH, dataset.plugin());
    dataset.fetch(access, log);
    registry().called();
  }

  @Override
  public Sample sample(Sample.Request request, Path pixels) throws IOException {
    BoundDataset<?> dataset = bound(request.dataset());
    registry().calling(CallKind.EXAMPLES, dataset.plugin());
    Sample sample = dataset.sample(request, pixels);
    registry().called();
    return sample;
  }

  @Override
  public ModelScores evaluate(ModelScores.Request request) throws IOException {
    SavedModel saved = SavedModel.read(request.model());
    ChosenDataset chosen = request.dataset().orElse(ChosenDataset.of(saved.cell().dataset()));
    DatasetPlugin<?> plugin = plugin(chosen);
    registry().calling(CallKind.EXAMPLES, plugin);
    Configured.Dataset<?> dataset =
        Configured.dataset(plugin, chosen.choice().config(), chosen.path(), request.access());
    ModelScores scores = new ModelEvaluation(saved, request.model(), dataset).scores(request);
    registry().called();
    return scores;
  }

  private BoundDataset<?> bound(ChosenDataset chosen) {
    DatasetPlugin<?> plugin = plugin(chosen);
    registry().calling(CallKind.CONFIG, plugin);
    return BoundDataset.of(plugin, chosen);
  }

  private DatasetPlugin<?> plugin(ChosenDataset chosen) {
    String id = chosen.choice().id();
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

  /** The reason why a dataset that existed before cannot be used. */
  private String unusable(String id) {
    return BrokenBundle.reasons(registry().broken(), PluginKind.DATASET, id);
  }
}
