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
  void isDiscoverableAndContributesItsPlugins() {
    Bundle[] bundles =
        ServiceLoader.load(Bundle.class).stream()
            .map(ServiceLoader.Provider::get)
            .toArray(Bundle[]::new);
    Contributions contributions = Contributions.of(bundles);
    assertThat(contributions.architectures())
        .containsOnlyKeys("hps", "mdmtn", "cross-stitch", "mmoe", "cgc");
    assertThat(contributions.backbones())
        .containsOnlyKeys("lenet", "conv", "mlp", "encoder-decoder", "resnet", "segnet", "vgg");
    Map<String, ArchitecturePlugin<?>> plugins = contributions.architectures();
    assertThat(plugins)
        .allSatisfy(
            (id, plugin) -> {
              assertThat(plugin.descriptor().id()).isEqualTo(id);
              assertThat(plugin.descriptor().citation()).isNotBlank();
              assertThat(plugin.defaults()).isNotNull();
            });
  }
}
