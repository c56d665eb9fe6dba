package org.mtlbench.cli.text;

import java.util.ArrayList;
import java.util.Collections;
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
  private static final Column DESCRIPTION = Column.text("description", "description");

  private PluginTables() {}

  /** One line per plugin, shortened to the width of the terminal. */
  public static List<String> brief(List<PluginDetails> plugins) {
    List<Column> columns = columns(plugins);
    List<List<String>> rows = plugins.stream().map(plugin -> row(plugin, plugins)).toList();
    int used = TextTable.width(columns, rows) + TextTable.GAP.length();
    columns.add(DESCRIPTION);
    for (int i = 0; i < rows.size(); i++) {
      String description = description(plugins.get(i).info().descriptor());
      rows.get(i).add(LineBreaks.cut(description, Invocation.columns() - used));
    }
    return lines(columns, rows);
  }

  /** Each plugin with its whole description, and below it the link of its publication. */
  public static List<String> full(List<PluginDetails> plugins) {
    List<Column> columns = columns(plugins);
    List<List<String>> rows = new ArrayList<>();
    for (PluginDetails plugin : plugins) {
      Descriptor descriptor = plugin.info().descriptor();
      List<String> row = row(plugin, plugins);
      row.add(description(descriptor));
      rows.add(row);
      descriptor.link().ifPresent(link -> rows.add(link(link.toString(), columns.size())));
    }
    columns.add(DESCRIPTION);
    return lines(columns, rows);
  }

  private static List<String> link(String link, int columnsBefore) {
    List<String> row = new ArrayList<>(Collections.nCopies(columnsBefore, ""));
    row.add(link);
    return row;
  }

  /** Those before the description, with the jar of plugins that are not built in. */
  private static List<Column> columns(List<PluginDetails> plugins) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("id", "id"));
    columns.add(Column.text("kind", "kind"));
    if (foreign(plugins)) {
      columns.add(Column.text("jar", "jar"));
    }
    return columns;
  }

  private static List<String> row(PluginDetails plugin, List<PluginDetails> all) {
    List<String> row = new ArrayList<>();
    row.add(plugin.info().id());
    row.add(plugin.nature());
    if (foreign(all)) {
      row.add(plugin.info().jar().map(jar -> plugin.info().origin().jar()).orElse(""));
    }
    return row;
  }

  private static boolean foreign(List<PluginDetails> plugins) {
    return plugins.stream().anyMatch(plugin -> plugin.info().jar().isPresent());
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
