package org.mtlbench.engine.plugins;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A plugin and its full effective config.
 *
 * @param id the plugin's id
 * @param config every key with its value, defaults included
 */
public record PluginChoice(String id, ObjectNode config) {}
