package org.mtlbench.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.plugin.Plugin;
import org.mtlbench.testkit.Contributions;
import org.mtlbench.toolbox.config.ConfigBinder;
import org.mtlbench.toolbox.config.KeyInfo;

/**
 * Contract test of all kinds of plugins: the descriptor is constant, all config keys with their
 * defaults are declared and described, and a bundle found by {@link ServiceLoader} contributes the
 * plugin.
 *
 * @param <C> the config record
 */
public abstract class PluginContract<C extends Record> {
  /** For the contracts of this package, one per kind of plugin. */
  PluginContract() {}

  /** A new instance of the plugin. */
  protected abstract Plugin<C> plugin();

  /**
   * All config keys with their defaults, as a JSON object. Users' matrix files depend on them, so a
   * change must be made here deliberately.
   */
  protected abstract String defaults();

  /** The contributed plugins of this kind, by id. */
  abstract Map<String, ? extends Plugin<?>> contributed(Contributions contributions);

  @Test
  void descriptorIsConstant() {
    Descriptor descriptor = plugin().descriptor();
    assertThat(plugin().descriptor()).isEqualTo(descriptor);
    assertThat(descriptor.traits()).as("traits of " + descriptor.id()).noneMatch(String::isBlank);
  }

  @Test
  void configKeysAndDefaultsAreAsDeclared() throws JsonProcessingException {
    assertThat(Json.object(ConfigBinder.toTree(plugin().defaults()).toString()).toPrettyString())
        .isEqualTo(Json.object(defaults()).toPrettyString());
  }

  @Test
  void defaultsAreConstantAndRoundTrip() {
    C defaults = plugin().defaults();
    assertThat(plugin().defaults()).isEqualTo(defaults);
    assertThat(ConfigBinder.bind(defaults, ConfigBinder.toTree(defaults), "config"))
        .isEqualTo(defaults);
  }

  @Test
  void everyConfigKeyHasDescription() {
    List<KeyInfo> keys = ConfigBinder.describe(plugin().defaults());
    assertThat(keys)
        .allSatisfy(
            key ->
                assertThat(key.description())
                    .as("the @ConfigKey of '" + key.key() + "'")
                    .isNotBlank());
    assertThat(keys).extracting(KeyInfo::key).doesNotHaveDuplicates();
  }

  @Test
  void rejectsUnknownConfigKey() {
    ObjectNode user = JsonNodeFactory.instance.objectNode().put("no-such-key", 1);
    assertThatThrownBy(() -> ConfigBinder.bind(plugin().defaults(), user, "config"))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("no-such-key");
  }

  @Test
  void isContributedByDiscoverableBundle() {
    List<String> found = new ArrayList<>();
    for (Bundle bundle : ServiceLoader.load(Bundle.class)) {
      contributed(Contributions.of(bundle)).values().stream()
          .map(plugin -> plugin.getClass().getName())
          .forEach(found::add);
    }
    assertThat(found)
        .as("plugins of the bundles named in META-INF/services/" + Bundle.class.getName())
        .contains(plugin().getClass().getName());
  }

  /** The plugin's default config with some values replaced. */
  final C config(String json) throws JsonProcessingException {
    return ConfigBinder.bind(plugin().defaults(), Json.object(json), "config");
  }
}
