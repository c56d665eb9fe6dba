package org.mtlbench.datasets.arrays;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.datasets.augmentation.DenseAugmentation;

/**
 * NYUv2 (Silberman et al., ECCV 2012) as preprocessed by Liu, Johns and Davison (CVPR 2019): indoor
 * images of 288 x 384 with 13 classes, depth and surface normals. The folders {@code train} (795
 * examples) and {@code val} (654) contain {@code image}, {@code label}, {@code depth} and {@code normal}.
 * {@code val} is the test split, as in all papers; validation examples are taken from {@code train}.
 */
public final class Nyuv2Plugin implements DatasetPlugin<PreprocessedConfig> {
  private static final int CLASSES = 13;
  private static final ArrayLayout LAYOUT =
      new ArrayLayout(
          "image",
          List.of(
              MapSource.classes("segmentation", "label", CLASSES, -1),
              MapSource.depth("depth", "depth"),
              MapSource.normals("normals", "normal")));
  private static final InputSpec PUBLISHED = InputSpec.of(3, 288, 384);
  private static final int TRAIN = 795;
  private static final int TEST = 654;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "nyuv2",
        "NYUv2",
        "Silberman et al., Indoor Segmentation and Support Inference from RGBD Images, ECCV 2012;"
            + " preprocessed by Liu, Johns, Davison, End-to-End Multi-Task Learning with Attention,"
            + " CVPR 2019",
        List.of("needs the preprocessed NumPy files", "dense labels"));
  }

  @Override
  public PreprocessedConfig defaults() {
    return new PreprocessedConfig("nyuv2", 1, 0.1, 0, List.of(1.0, 1.2, 1.5), true);
  }

  @Override
  public DatasetFacts facts(PreprocessedConfig config, DataAccess access) {
    ArrayData data = data(config);
    return data.present(access) ? data.facts(access) : data.facts(PUBLISHED, TRAIN, TEST);
  }

  @Override
  public List<SourceFile> inspect(PreprocessedConfig config, DataAccess access) {
    return data(config).inspect(access);
  }

  @Override
  public void fetch(PreprocessedConfig config, DataAccess access, Consumer<String> log)
      throws IOException {
    data(config).fetch(PreprocessedConfig.SOURCE, access, log);
  }

  @Override
  public Dataset open(PreprocessedConfig config, DataAccess access, NDManager manager) {
    return data(config).open(access, manager);
  }

  private static ArrayData data(PreprocessedConfig config) {
    return new ArrayData(
        config.folder(),
        LAYOUT,
        ArrayParts.Folders.USUAL,
        config.sizes(),
        new DenseAugmentation(LAYOUT.kinds(), config.scales(), config.flip()),
        Optional.empty());
  }
}
