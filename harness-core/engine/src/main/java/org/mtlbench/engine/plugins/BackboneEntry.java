package org.mtlbench.engine.plugins;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;

/**
 * A backbone in the config of an architecture.
 *
 * @param id the plugin's id, as written
 * @param config the keys that differ from the defaults, as written
 */
record BackboneEntry(String id, ObjectNode config) {
  private static final String ID = "id";
  private static final String CONFIG = "config";
  private static final String ALLOWED = "the id of a backbone, or a mapping of id and config";

  /** A backbone with its defaults. */
  static BackboneEntry of(String id) {
    return new BackboneEntry(id, JsonNodeFactory.instance.objectNode());
  }

  /**
   * Reads an entry in short or long form.
   *
   * @throws InvalidConfigException if it has another form
   */
  static BackboneEntry of(JsonNode node) {
    if (node.isTextual()) {
      return of(node.textValue());
    }
    List<String> keys = new ArrayList<>();
    node.fieldNames().forEachRemaining(keys::add);
    keys.removeAll(List.of(ID, CONFIG));
    JsonNode config =
        Optional.ofNullable(node.get(CONFIG)).orElseGet(JsonNodeFactory.instance::objectNode);
    if (!node.path(ID).isTextual() || !config.isObject() || !keys.isEmpty()) {
      throw new InvalidConfigException(List.of(Problem.of(Configured.BACKBONE, node, ALLOWED)));
    }
    return new BackboneEntry(node.get(ID).textValue(), (ObjectNode) config);
  }

  /**
   * Finds the plugin and binds its config.
   *
   * @throws InvalidConfigException if the plugin is missing or rejects its config
   */
  Configured.Backbone<?> bind(PluginRegistry registry) {
    BackbonePlugin<?> plugin = Configured.find(Configured.BACKBONE, registry.backbones(), id);
    registry.calling(CallKind.CONFIG, plugin);
    return Configured.backbone(plugin, config, Configured.BACKBONE + "." + CONFIG);
  }
}
