package org.mtlbench.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.engine.catalogue.PluginDetails;
import org.mtlbench.engine.preset.Preset;
import org.mtlbench.reports.model.Column;
import org.mtlbench.reports.terminal.LineBreaks;
import org.mtlbench.reports.terminal.TextTable;
import org.mtlbench.toolbox.config.KeyInfo;

/** Formats plugins as text. */
public final class PluginTables {
  private PluginTables() {}

  /** One line per plugin, including the jar of plugins that are not built in. */
  public static List<String> all(List<PluginDetails> plugins) {
    boolean foreign = plugins.stream().anyMatch(plugin -> plugin.info().jar().isPresent());
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("id", "id"));
    columns.add(Column.text("kind", "kind"));
    if (foreign) {
      columns.add(Column.text("jar", "jar"));
    }
    List<List<String>> rows = new ArrayList<>();
    for (PluginDetails plugin : plugins) {
      List<String> row = new ArrayList<>();
      row.add(plugin.info().id());
      row.add(plugin.nature());
      if (foreign) {
        row.add(plugin.info().jar().map(jar -> plugin.info().origin().jar()).orElse(""));
      }
      rows.add(row);
    }
    int used = TextTable.width(columns, rows) + TextTable.GAP.length();
    columns.add(Column.text("description", "description"));
    int index = 0;
    for (PluginDetails plugin : plugins) {
      rows.get(index++)
          .add(
              LineBreaks.cut(description(plugin.info().descriptor()), Invocation.columns() - used));
    }
    return lines(columns, rows);
  }

  private static String description(Descriptor descriptor) {
    String citation = descriptor.citation();
    return descriptor.title() + (citation.isBlank() ? "" : ": " + citation);
  }

  static List<String> presets(List<Preset> presets) {
    return lines(
        List.of(Column.text("id", "id"), Column.text("description", "description")),
        presets.stream().map(preset -> List.of(preset.name(), preset.description())).toList());
  }

  /** All details of a plugin. */
  public static List<String> details(PluginDetails plugin) {
    Descriptor descriptor = plugin.info().descriptor();
    List<String> texts = new ArrayList<>();
    texts.add(descriptor.id() + ": " + descriptor.title());
    if (!descriptor.citation().isBlank()) {
      texts.add("reference: " + descriptor.citation());
    }
    descriptor.link().ifPresent(link -> texts.add("link: " + link));
    texts.addAll(plugin.notes());
    descriptor.traits().forEach(trait -> texts.add("- " + trait));
    texts.add("from " + plugin.info().origin());
    List<String> lines = new ArrayList<>();
    texts.forEach(text -> lines.addAll(LineBreaks.hanging(text, Invocation.columns())));
    List<KeyInfo> keys = plugin.keys();
    if (keys.isEmpty()) {
      lines.add("It has no config keys.");
    } else {
      lines.addAll(
          lines(
              List.of(
                  Column.text("key", "key"),
                  Column.text("kind", "kind"),
                  Column.text("default", "default"),
                  Column.text("allowed", "allowed"),
                  Column.text("description", "description")),
              keys.stream()
                  .map(
                      key ->
                          List.of(
                              key.key(),
                              key.type(),
                              key.defaultValue(),
                              key.allowed(),
                              key.description()))
                  .toList()));
    }
    return lines;
  }

  private static List<String> lines(List<Column> columns, List<List<String>> rows) {
    return TextTable.lines(columns, rows, Invocation.columns());
  }
}
