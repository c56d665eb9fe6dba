package org.mtlbench.engine.catalogue;

import java.util.List;
import java.util.Optional;
import org.mtlbench.toolbox.config.KeyInfo;

/**
 * A plugin as listings show it.
 *
 * @param info the plugin
 * @param nature what it is, in a word or two
 * @param notes what it is, line by line
 * @param keys its config keys
 * @param failure why it could not be tried with its defaults; empty if it could
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
