package org.mtlbench.datasets.scenes;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.random.Randomness;
import org.mtlbench.api.task.Task;
import org.mtlbench.datasets.augmentation.DenseAugmentation;
import org.mtlbench.datasets.augmentation.MapKind;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.images.StreamedDataset;
import org.mtlbench.toolbox.dataset.TensorSplit;
import org.mtlbench.toolbox.task.Tasks;

/**
 * The dataset {@code scenes-synthetic}: 48 x 48 colour images of generated rooms, with class, depth
 * and surface normal per pixel. Needs no files and no network. Its results are not valid for real
 * data.
 */
public final class ScenesPlugin implements DatasetPlugin<ScenesConfig> {
  static final int SIDE = 48;
  private static final List<MapKind> KINDS =
      List.of(MapKind.CLASSES, MapKind.DEPTH, MapKind.NORMALS);
  private static final double BRIGHTEST = 255;
  private static final Normalisation NORMALISATION =
      new Normalisation(List.of(0.46, 0.46, 0.46), List.of(0.22, 0.22, 0.22));

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "scenes-synthetic",
        "Scenes (synthetic)",
        "",
        List.of("generated rooms, no files needed", "dense labels"));
  }

  @Override
  public ScenesConfig defaults() {
    return new ScenesConfig(1, true, 2_000, 500, 500);
  }

  @Override
  public DatasetFacts facts(ScenesConfig config, DataAccess access) {
    List<Task> tasks =
        List.of(
            Tasks.segmentation("segmentation", Body.Kind.values().length),
            Tasks.depth("depth"),
            Tasks.normals("normals"));
    return new DatasetFacts(
        tasks,
        InputSpec.of(3, SIDE, SIDE),
        "encoder-decoder",
        config.trainSize(),
        config.validationSize(),
        config.testSize(),
        true);
  }

  @Override
  public Dataset open(ScenesConfig config, DataAccess access, NDManager manager) {
    Randomness randomness = new Randomness(config.seed());
    Map<SplitName, Split> splits =
        Map.of(
            SplitName.TRAIN, split(config.trainSize(), randomness, 0, manager),
            SplitName.VALIDATION, split(config.validationSize(), randomness, 1, manager),
            SplitName.TEST, split(config.testSize(), randomness, 2, manager));
    return new StreamedDataset(
        splits,
        NORMALISATION,
        BRIGHTEST,
        new DenseAugmentation(KINDS, List.of(), config.flip()),
        manager);
  }

  /** Renders the examples of a split. */
  private static Split split(int n, Randomness randomness, long part, NDManager manager) {
    Rendering drawn = Rendering.of(n, SIDE, randomness, part);
    Shape map = new Shape(n, SIDE, SIDE);
    NDArray images = manager.create(ByteBuffer.wrap(drawn.images()), map.add(3), DataType.UINT8);
    try (NDArray kinds = manager.create(ByteBuffer.wrap(drawn.kinds()), map, DataType.UINT8)) {
      return TensorSplit.of(
          images,
          List.of(
              kinds.toType(DataType.INT64, true),
              manager.create(drawn.depths(), new Shape(n, 1, SIDE, SIDE)),
              manager.create(drawn.normals(), new Shape(n, 3, SIDE, SIDE))));
    }
  }
}
