package org.mtlbench.engine.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mtlbench.engine.catalogue.Catalogue;
import org.mtlbench.engine.catalogue.PluginInfo;
import org.mtlbench.engine.plan.CellSpec;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.engine.plugins.PluginKind;

/** The plugins that determine the result of a planned cell. */
final class CellPluginInfos {
  private final Map<String, PluginInfo> byName = new HashMap<>();

  CellPluginInfos(Catalogue catalogue) {
    catalogue.plugins().forEach(plugin -> byName.put(plugin.kind().named(plugin.id()), plugin));
  }

  /** All plugins. */
  List<PluginInfo> all() {
    return new ArrayList<>(byName.values());
  }

  /** The dataset, architecture, backbone and method of a cell. */
  List<PluginInfo> of(PlannedCell cell) {
    CellSpec spec = cell.spec();
    return List.of(
        get(PluginKind.DATASET, spec.dataset().id()),
        get(PluginKind.ARCHITECTURE, spec.architecture().id()),
        get(PluginKind.BACKBONE, cell.backbone()),
        method(spec));
  }

  PluginInfo method(CellSpec cell) {
    return get(PluginKind.METHOD, cell.method().id());
  }

  private PluginInfo get(PluginKind kind, String id) {
    PluginInfo found = byName.get(kind.named(id));
    if (found == null) {
      throw new IllegalStateException("a plan with the unknown " + kind.named(id));
    }
    return found;
  }
}
