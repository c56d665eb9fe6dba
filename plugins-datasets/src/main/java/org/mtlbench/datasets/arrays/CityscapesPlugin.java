package org.mtlbench.datasets.arrays;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.mtlbench.datasets.source.SourceFiles;

/**
 * Cityscapes (Cordts et al., CVPR 2016) as preprocessed by Liu, Johns and Davison (CVPR 2019):
 * street images of 128 x 256 with 7 classes and inverse depth. The folders {@code train} (2,975
 * examples) and {@code val} (500) contain {@code image}, {@code depth}, and {@code label_7} or {@code
 * label}, depending on the copy. {@code val} is the test split, as in all papers; validation examples
 * are taken from {@code train}.
 */
public final class CityscapesPlugin implements DatasetPlugin<PreprocessedConfig> {
  private static final int CLASSES = 7;
  private static final double MISSING_CLASS = -1;
  private static final String LABELS = "label_7";
  private static final String OTHER_LABELS = "label";
  private static final InputSpec PUBLISHED = InputSpec.of(3, 128, 256);
  private static final int TRAIN = 2_975;
  private static final int TEST = 500;

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "cityscapes",
        "Cityscapes",
        "Cordts et al., The Cityscapes Dataset for Semantic Urban Scene Understanding, CVPR 2016;"
            + " preprocessed by Liu, Johns, Davison, End-to-End Multi-Task Learning with Attention,"
            + " CVPR 2019",
        List.of("needs the preprocessed NumPy files", "dense labels"));
  }

  @Override
  public PreprocessedConfig defaults() {
    return new PreprocessedConfig("cityscapes", 1, 0.1, 0, List.of(1.0, 1.2, 1.5), true);
  }

  @Override
  public DatasetFacts facts(PreprocessedConfig config, DataAccess access) {
    ArrayData data = data(config, access);
    return data.present(access) ? data.facts(access) : data.facts(PUBLISHED, TRAIN, TEST);
  }

  @Override
  public List<SourceFile> inspect(PreprocessedConfig config, DataAccess access) {
    return data(config, access).inspect(access);
  }

  @Override
  public void fetch(PreprocessedConfig config, DataAccess access, Consumer<String> log)
      throws IOException {
    data(config, access).fetch(PreprocessedConfig.SOURCE, access, log);
  }

  @Override
  public Dataset open(PreprocessedConfig config, DataAccess access, NDManager manager) {
    return data(config, access).open(access, manager);
  }

  private static ArrayData data(PreprocessedConfig config, DataAccess access) {
    Path folder = SourceFiles.folder(access.root(), config.folder(), "train/image");
    Path train = folder.resolve(ArrayParts.Folders.USUAL.train());
    boolean other =
        !Files.isDirectory(train.resolve(LABELS)) && Files.isDirectory(train.resolve(OTHER_LABELS));
    ArrayLayout layout =
        new ArrayLayout(
            "image",
            List.of(
                MapSource.classes(
                    "segmentation", other ? OTHER_LABELS : LABELS, CLASSES, MISSING_CLASS),
                MapSource.depth("depth", "depth")));
    return new ArrayData(
        config.folder(),
        layout,
        ArrayParts.Folders.USUAL,
        config.sizes(),
        new DenseAugmentation(layout.kinds(), config.scales(), config.flip()),
        Optional.empty());
  }
}
