package org.mtlbench.engine.catalogue;

import java.util.List;
import java.util.Optional;
import org.mtlbench.toolbox.config.KeyInfo;

/**
 * The details of a plugin in listings.
 *
 * @param info the plugin
 * @param nature short description
 * @param notes detailed description, line by line
 * @param keys its config keys
 * @param failure reason why it failed with its defaults; empty on success
 */
public record PluginDetails(
    PluginInfo info,
    String nature,
    List<String> notes,
    List<KeyInfo> keys,
    Optional<String> failure) {
  public PluginDetails {
    notes = List.copyOf(notes);
    keys = List.copyOf(keys);
  }
}
