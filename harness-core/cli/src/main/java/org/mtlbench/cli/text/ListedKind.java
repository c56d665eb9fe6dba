package org.mtlbench.cli.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.engine.matrix.MatrixReader;
import org.mtlbench.engine.plugins.PluginKind;
import org.mtlbench.engine.preset.Preset;
import org.mtlbench.engine.preset.Presets;
import org.mtlbench.toolbox.config.Nearest;

/** A kind of listing: plugins of a kind, or presets. */
public enum ListedKind {
  DATASET(PluginKind.DATASET),
  ARCHITECTURE(PluginKind.ARCHITECTURE),
  BACKBONE(PluginKind.BACKBONE),
  METHOD(PluginKind.METHOD),
  PRESET;

  private final Optional<PluginKind> plugins;

  ListedKind(PluginKind plugins) {
    this.plugins = Optional.of(plugins);
  }

  ListedKind() {
    this.plugins = Optional.empty();
  }

  /** The kind of plugin; empty for presets. */
  public Optional<PluginKind> plugins() {
    return plugins;
  }

  /** All presets as lines of a table. */
  public static List<String> presets() {
    return PluginTables.presets(MatrixReader.presets());
  }

  /**
   * The text of a preset.
   *
   * @throws InvalidConfigException if there is no such preset
   */
  public static List<String> preset(String name) {
    Preset preset =
        MatrixReader.presets().stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidConfigException(
                        PRESET.word(), name, Nearest.allowed(name, Presets.names())));
    return Presets.text(preset.name()).lines().toList();
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String plural() {
    return word() + "s";
  }

  /**
   * The kind by its name in singular or plural.
   *
   * @throws InvalidConfigException if there is no such kind
   */
  public static ListedKind named(String name) {
    List<String> names = Arrays.stream(values()).map(ListedKind::plural).toList();
    return Arrays.stream(values())
        .filter(kind -> name.equals(kind.word()) || name.equals(kind.plural()))
        .findFirst()
        .orElseThrow(() -> new InvalidConfigException("kind", name, Nearest.allowed(name, names)));
  }
}
