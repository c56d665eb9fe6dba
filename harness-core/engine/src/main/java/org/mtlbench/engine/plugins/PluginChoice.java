package org.mtlbench.engine.plugins;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A plugin and its config.
 *
 * @param id the plugin's id
 * @param config of a planned cell every key with its value, defaults included; otherwise the keys
 *     that differ from the defaults
 */
public record PluginChoice(String id, ObjectNode config) {
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
