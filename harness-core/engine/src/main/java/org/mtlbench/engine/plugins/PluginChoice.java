package org.mtlbench.engine.plugins;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A plugin and its config.
 *
 * @param id the plugin's id
 * @param name its name in tables: the label that the matrix gives it, or the id; no part of {@link
 *     #tree}
 * @param config of a planned cell every key with its value, defaults included; otherwise the keys
 *     that differ from the defaults'
 */
public record PluginChoice(String id, String name, ObjectNode config) {
  /** A plugin without a label. */
  public PluginChoice(String id, ObjectNode config) {
    this(id, id, config);
  }

  /** A plugin with its default config: no key is given. */
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
