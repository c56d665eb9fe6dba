package org.mtlbench.cli;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.engine.preset.Preset;
import org.mtlbench.spi.config.ConfigBinder;
import org.mtlbench.spi.config.KeyInfo;
import org.mtlbench.spi.plugin.Descriptor;
import org.mtlbench.spi.plugin.Plugin;

/** Plugins as text. */
final class PluginTables {
  private static final int WIDEST = 44;

  private PluginTables() {}

  static String all(Collection<Plugin<?>> plugins, PluginRegistry registry) {
    return table(
        plugins,
        List.of(
            column("id", plugin -> plugin.descriptor().id()),
            column("title", plugin -> plugin.descriptor().title()),
            column("kind", plugin -> PluginNature.brief(plugin, registry)),
            column("needs or offers", plugin -> String.join(", ", plugin.descriptor().traits())),
            column("after", plugin -> plugin.descriptor().citation()),
            column("origin", plugin -> registry.origin(plugin).toString())));
  }

  static String presets(List<Preset> presets) {
    return table(
        presets, List.of(column("preset", Preset::name), column("does", Preset::description)));
  }

  static List<String> details(Plugin<?> plugin, PluginRegistry registry) {
    Descriptor descriptor = plugin.descriptor();
    List<String> lines = new ArrayList<>();
    lines.add(descriptor.id() + ": " + descriptor.title());
    if (!descriptor.citation().isBlank()) {
      lines.add("after " + descriptor.citation());
    }
    lines.addAll(PluginNature.lines(plugin, registry));
    descriptor.traits().forEach(trait -> lines.add("- " + trait));
    lines.add("from " + registry.origin(plugin));
    List<KeyInfo> keys = ConfigBinder.describe(plugin.defaults());
    if (keys.isEmpty()) {
      lines.add("It has no config keys.");
    } else {
      lines.add(
          table(
              keys,
              List.of(
                  column("key", KeyInfo::key),
                  column("kind", KeyInfo::type),
                  column("default", KeyInfo::defaultValue),
                  column("allowed", KeyInfo::allowed),
                  column("what it does", KeyInfo::description))));
    }
    return lines;
  }

  private static <T> String table(Collection<T> rows, List<ColumnData<T>> columns) {
    return AsciiTable.getTable(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS, rows, columns);
  }

  private static <T> ColumnData<T> column(String header, Function<T, String> value) {
    return new Column()
        .header(header)
        .headerAlign(HorizontalAlign.LEFT)
        .dataAlign(HorizontalAlign.LEFT)
        .maxWidth(WIDEST)
        .with(value);
  }
}
