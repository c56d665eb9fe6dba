package org.mtlbench.datasets.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.datasets.images.ImageSplits;
import org.mtlbench.datasets.multimnist.Resize;

class SyntheticMultiMnistPluginTest {
  private static final DataAccess NO_FILES =
      new DataAccess(Path.of("none"), Path.of("none", "cache"), false);

  private final SyntheticMultiMnistPlugin plugin = new SyntheticMultiMnistPlugin();

  @Test
  void hasModestDefaults() {
    assertThat(plugin.defaults())
        .isEqualTo(new SyntheticConfig(42, Resize.LINEAR, 10_000, 2_000, 2_000));
    assertThat(plugin.facts(plugin.defaults(), NO_FILES).synthetic()).isTrue();
  }

  @Test
  void opensRequestedSizesWithoutFiles() {
    SyntheticConfig config = new SyntheticConfig(42, Resize.LINEAR, 30, 20, 10);
    try (NDManager manager = NDManager.newBaseManager()) {
      Dataset dataset = plugin.open(config, NO_FILES, manager);
      assertThat(dataset.split(SplitName.TRAIN).size()).isEqualTo(30);
      assertThat(dataset.split(SplitName.VALIDATION).size()).isEqualTo(20);
      assertThat(dataset.split(SplitName.TEST).size()).isEqualTo(10);
    }
    assertThat(plugin.inspect(config, NO_FILES)).isEmpty();
    assertThat(Path.of("none")).doesNotExist();
  }

  @Test
  void isDeterministicPerSeed() {
    SyntheticConfig config = new SyntheticConfig(7, Resize.LINEAR, 50, 50, 50);
    ImageSplits once = SyntheticMultiMnistPlugin.build(config);
    ImageSplits again = SyntheticMultiMnistPlugin.build(config);
    assertThat(once.train().images()).isEqualTo(again.train().images());
    assertThat(once.train().labels(1)).isEqualTo(again.train().labels(1));
    assertThat(once.train().images()).isNotEqualTo(once.test().images());
    SyntheticConfig other = new SyntheticConfig(8, Resize.LINEAR, 50, 50, 50);
    assertThat(SyntheticMultiMnistPlugin.build(other).train().images())
        .isNotEqualTo(once.train().images());
  }

  @Test
  void reportsAllInvalidSizesAtOnce() {
    assertThatThrownBy(() -> new SyntheticConfig(1, Resize.LINEAR, 0, -1, 2_000_000))
        .isInstanceOfSatisfying(
            InvalidConfigException.class, e -> assertThat(e.problems()).hasSize(3))
        .hasMessageContaining("train-size: found 0")
        .hasMessageContaining("validation-size: found -1")
        .hasMessageContaining("test-size: found 2000000");
  }
}
