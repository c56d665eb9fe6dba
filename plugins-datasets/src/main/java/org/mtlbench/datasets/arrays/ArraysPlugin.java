package org.mtlbench.datasets.arrays;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.datasets.augmentation.DenseAugmentation;
import org.mtlbench.datasets.images.Normalisation;

/**
 * The dataset {@code arrays}: images of the user with dense labels, in folders of NumPy files, one
 * per example.
 */
public final class ArraysPlugin implements DatasetPlugin<ArraysConfig> {
  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "arrays",
        "Arrays",
        "",
        List.of("your own folders of NumPy files", "dense labels"));
  }

  @Override
  public ArraysConfig defaults() {
    return new ArraysConfig(
        "arrays", "image", Map.of(), "train", "", "val", 1, 0.1, 0, List.of(), List.of(), List.of(),
        false);
  }

  @Override
  public DatasetFacts facts(ArraysConfig config, DataAccess access) {
    return data(config).facts(access);
  }

  @Override
  public List<SourceFile> inspect(ArraysConfig config, DataAccess access) {
    return config.targets().isEmpty() ? List.of() : data(config).inspect(access);
  }

  @Override
  public void fetch(ArraysConfig config, DataAccess access, Consumer<String> log) {
    log.accept("arrays reads your own files: nothing to fetch");
  }

  @Override
  public Dataset open(ArraysConfig config, DataAccess access, NDManager manager) {
    return data(config).open(access, manager);
  }

  private static ArrayData data(ArraysConfig config) {
    if (config.targets().isEmpty()) {
      throw new InvalidConfigException(
          "targets", "{}", "at least one task, such as {depth: {kind: depth, missing: 0}}");
    }
    List<MapSource> maps = new ArrayList<>();
    config.targets().forEach((name, target) -> maps.add(target.source(name)));
    ArrayLayout layout = new ArrayLayout(config.image(), maps);
    return new ArrayData(
        config.folder(),
        layout,
        new ArrayParts.Folders(
            config.train(),
            Optional.of(config.validation()).filter(name -> !name.isEmpty()),
            config.test()),
        new ArrayParts.Sizes(config.seed(), config.validationShare(), config.trainSize()),
        new DenseAugmentation(layout.kinds(), config.scales(), config.flip()),
        config.means().isEmpty()
            ? Optional.empty()
            : Optional.of(new Normalisation(config.means(), config.deviations())));
  }
}
