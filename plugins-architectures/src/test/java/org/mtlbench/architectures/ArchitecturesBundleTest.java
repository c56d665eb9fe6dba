package org.mtlbench.architectures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.testkit.Contributions;

class ArchitecturesBundleTest {
  @Test
  void isFoundAndContributesItsArchitectures() {
    Bundle[] bundles =
        ServiceLoader.load(Bundle.class).stream()
            .map(ServiceLoader.Provider::get)
            .toArray(Bundle[]::new);
    Map<String, ArchitecturePlugin<?>> plugins = Contributions.of(bundles).architectures();
    assertThat(plugins).containsOnlyKeys("hps", "mdmtn");
    assertThat(plugins)
        .allSatisfy(
            (id, plugin) -> {
              assertThat(plugin.descriptor().id()).isEqualTo(id);
              assertThat(plugin.descriptor().citation()).isNotBlank();
              assertThat(plugin.defaults()).isNotNull();
            });
  }
}
