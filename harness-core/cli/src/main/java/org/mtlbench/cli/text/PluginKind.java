package org.mtlbench.cli.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.preset.Preset;
import org.mtlbench.engine.preset.Presets;
import org.mtlbench.toolbox.config.Nearest;

/** What users can list. */
public enum PluginKind {
  DATASET("dataset") {
    @Override
    Map<String, ? extends Plugin<?>> plugins(PluginRegistry registry) {
      return registry.datasets();
    }
  },
  ARCHITECTURE("architecture") {
    @Override
    Map<String, ? extends Plugin<?>> plugins(PluginRegistry registry) {
      return registry.architectures();
    }
  },
  BACKBONE("backbone") {
    @Override
    Map<String, ? extends Plugin<?>> plugins(PluginRegistry registry) {
      return registry.backbones();
    }
  },
  METHOD("method") {
    @Override
    Map<String, ? extends Plugin<?>> plugins(PluginRegistry registry) {
      return registry.methods();
    }
  },
  PRESET("preset") {
    @Override
    Map<String, ? extends Plugin<?>> plugins(PluginRegistry registry) {
      return Map.of();
    }

    @Override
    public List<String> table(PluginRegistry registry, DataAccess access) {
      return PluginTables.presets(MatrixReader.presets());
    }

    @Override
    public List<String> details(PluginRegistry registry, DataAccess access, String id) {
      Preset preset =
          MatrixReader.presets().stream()
              .filter(p -> p.name().equals(id))
              .findFirst()
              .orElseThrow(
                  () ->
                      new InvalidConfigException(
                          "preset", id, Nearest.allowed(id, Presets.names())));
      return Presets.text(preset.name()).lines().toList();
    }
  };

  private final String word;

  PluginKind(String word) {
    this.word = word;
  }

  /** The plugins of this kind, by id. */
  abstract Map<String, ? extends Plugin<?>> plugins(PluginRegistry registry);

  /**
   * All of this kind as a table's lines.
   *
   * @param access where datasets find the files that they read for their facts
   */
  public List<String> table(PluginRegistry registry, DataAccess access) {
    return PluginTables.all(List.copyOf(plugins(registry).values()), registry, access);
  }

  /**
   * One of this kind.
   *
   * @throws InvalidConfigException if there is none of this id
   */
  public List<String> details(PluginRegistry registry, DataAccess access, String id) {
    Plugin<?> plugin = plugins(registry).get(id);
    if (plugin == null) {
      String allowed = Nearest.allowed(id, plugins(registry).keySet());
      throw new InvalidConfigException(word, id, allowed + registry.unusable(word, id));
    }
    return PluginTables.details(plugin, registry, access);
  }

  public String plural() {
    return word + "s";
  }

  /**
   * The kind of a name, in the singular or the plural.
   *
   * @throws InvalidConfigException if there is no such kind
   */
  public static PluginKind named(String name) {
    List<String> names = Arrays.stream(values()).map(PluginKind::plural).toList();
    return Arrays.stream(values())
        .filter(kind -> name.equals(kind.word) || name.equals(kind.plural()))
        .findFirst()
        .orElseThrow(() -> new InvalidConfigException("kind", name, Nearest.allowed(name, names)));
  }
}
