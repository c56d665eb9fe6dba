package org.mtlbench.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.mtlbench.spi.dataset.DatasetPlugin;
import org.mtlbench.spi.plugin.Bundle;

class DatasetsBundleTest {
  @Test
  void isFoundAndHoldsEveryDataset() {
    Bundle bundle =
        ServiceLoader.load(Bundle.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(DatasetsBundle.class::isInstance)
            .findFirst()
            .orElseThrow();
    Injector injector = Guice.createInjector(bundle);
    Map<String, DatasetPlugin<?>> datasets = injector.getInstance(new Key<>() {});
    assertThat(datasets)
        .containsOnlyKeys(
            "cifar10mnist",
            "cifar10mnist-synthetic",
            "multidigits",
            "multidigits-synthetic",
            "multimnist",
            "multimnist-synthetic");
    assertThat(datasets)
        .allSatisfy((id, plugin) -> assertThat(plugin.descriptor().id()).isEqualTo(id));
  }
}
