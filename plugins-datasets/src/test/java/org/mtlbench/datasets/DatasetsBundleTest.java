package org.mtlbench.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.plugin.Bundle;
import org.mtlbench.testkit.Contributions;

class DatasetsBundleTest {
  @Test
  void isDiscoverableAndContributesItsDatasets() {
    Bundle bundle =
        ServiceLoader.load(Bundle.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(DatasetsBundle.class::isInstance)
            .findFirst()
            .orElseThrow();
    Map<String, DatasetPlugin<?>> datasets = Contributions.of(bundle).datasets();
    assertThat(datasets)
        .containsOnlyKeys(
            "arrays",
            "celeba",
            "cifar10mnist",
            "cifar10mnist-synthetic",
            "cityscapes",
            "csv",
            "houses-synthetic",
            "images",
            "multidigits",
            "multidigits-synthetic",
            "multifashion",
            "multifashion-mnist",
            "multimnist",
            "multimnist-synthetic",
            "nyuv2",
            "scenes-synthetic");
    assertThat(datasets)
        .allSatisfy((id, plugin) -> assertThat(plugin.descriptor().id()).isEqualTo(id));
  }
}
