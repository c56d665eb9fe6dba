package org.mtlbench.cli.resume;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.engine.plugins.PluginLoader;
import org.mtlbench.engine.plugins.PluginRegistry;
import org.mtlbench.toolbox.config.ConfigBinder;

/** The included methods. */
final class Methods {
  private Methods() {}

  static PluginRegistry registry() {
    return PluginLoader.load(Methods.class.getClassLoader());
  }

  /**
   * Creates instances of a method.
   *
   * @param config JSON with single quotes, merged with the defaults
   */
  static Training.Source source(String method, String config) throws JsonProcessingException {
    return source(registry().methods().get(method), config);
  }

  private static <C extends Record> Training.Source source(MethodPlugin<C> plugin, String config)
      throws JsonProcessingException {
    ObjectNode values = (ObjectNode) new ObjectMapper().readTree(config.replace('\'', '"'));
    C bound = ConfigBinder.bind(plugin.defaults(), values, "method");
    return context -> plugin.create(bound, context);
  }
}
