package org.mtlbench.engine.plugins;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A plugin and its config.
 *
 * @param id the plugin's id
 * @param name name in tables: the label in the matrix, or the id; not part of {@link #tree}
 * @param config for a planned cell all keys with their values, including defaults; otherwise the
 *     keys that differ from the defaults
 */
public record PluginChoice(String id, String name, ObjectNode config) {
  /** A plugin without a label. */
  public PluginChoice(String id, ObjectNode config) {
    this(id, id, config);
  }

  /** A plugin with its default config. */
  public static PluginChoice defaults(String id) {
    return new PluginChoice(id, JsonNodeFactory.instance.objectNode());
  }

  /** A mapping of id and config. */
  public ObjectNode tree() {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("id", id);
    tree.set("config", config);
    return tree;
  }
}
