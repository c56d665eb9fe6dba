package org.mtlbench.datasets.celeba;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.api.task.Labelled;
import org.mtlbench.datasets.augmentation.ShiftAugmentation;
import org.mtlbench.datasets.imagefile.ImageFolder;
import org.mtlbench.datasets.imagefile.ImageStore;
import org.mtlbench.datasets.imagefile.StoredImages;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.images.StreamedDataset;
import org.mtlbench.datasets.source.SourceFiles;
import org.mtlbench.toolbox.task.Tasks;

/**
 * CelebA (Liu, Luo, Wang and Tang, Deep Learning Face Attributes in the Wild, ICCV 2015): aligned
 * faces with 40 attributes, each a task, with the published files and partition.
 */
public final class CelebaPlugin implements DatasetPlugin<CelebaConfig> {
  private static final int TRAIN = 162_770;
  private static final int VALIDATION = 19_867;
  private static final int TEST = 19_962;
  private static final int CHANNELS = 3;
  private static final double BRIGHTEST = 255;
  private static final String BACKBONE = "conv";

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "celeba",
        "CelebA",
        "Liu, Luo, Wang, Tang: Deep Learning Face Attributes in the Wild, ICCV 2015",
        List.of("needs the published files", "40 tasks"));
  }

  @Override
  public CelebaConfig defaults() {
    return new CelebaConfig("celeba", 64, 0);
  }

  private static CelebaFiles files(CelebaConfig config, DataAccess access) {
    return CelebaFiles.of(SourceFiles.folder(access.root(), config.folder(), CelebaFiles.MARKS));
  }

  /** Uses the lists if they exist, otherwise the published numbers and names. */
  @Override
  public DatasetFacts facts(CelebaConfig config, DataAccess access) {
    CelebaFiles files = files(config, access);
    if (!files.listed()) {
      int train = config.trainSize() == 0 ? TRAIN : config.trainSize();
      return facts(config, CelebaFiles.PUBLISHED_NAMES, train, VALIDATION, TEST, TRAIN);
    }
    Map<SplitName, List<String>> parts = files.parts();
    int available = parts.get(SplitName.TRAIN).size();
    return facts(
        config,
        files.names(),
        trainSize(config, available),
        parts.get(SplitName.VALIDATION).size(),
        parts.get(SplitName.TEST).size(),
        available);
  }

  private static DatasetFacts facts(
      CelebaConfig config, List<String> names, int train, int validation, int test, int available) {
    return new DatasetFacts(
        names.stream().map(name -> Tasks.multiLabel(name, 1)).toList(),
        InputSpec.of(CHANNELS, config.size(), config.size()),
        BACKBONE,
        train,
        validation,
        test,
        available,
        false);
  }

  private static int trainSize(CelebaConfig config, int available) {
    if (config.trainSize() > available) {
      throw new InvalidConfigException(
          "train-size", String.valueOf(config.trainSize()), "at most " + available);
    }
    return config.trainSize() == 0 ? available : config.trainSize();
  }

  /** The names of the images of each split that a config uses. */
  private static Map<SplitName, List<String>> used(CelebaConfig config, CelebaFiles files) {
    Map<SplitName, List<String>> parts = new EnumMap<>(files.parts());
    List<String> train = parts.get(SplitName.TRAIN);
    parts.put(SplitName.TRAIN, train.subList(0, trainSize(config, train.size())));
    return parts;
  }

  private static ImageFolder images(CelebaFiles files, Map<SplitName, List<String>> used) {
    Set<String> names = new LinkedHashSet<>();
    used.values().forEach(names::addAll);
    return new ImageFolder(files.images(), names, files.partition());
  }

  private static ImageStore store(CelebaConfig config, ImageFolder images, DataAccess access) {
    return images.store("celeba", access, config.size(), config.size());
  }

  /**
   * One entry per list and one for the images, with a checksum over their names and contents. Images
   * are decoded into the cache, so that invalid ones are found before a run starts.
   */
  @Override
  public List<SourceFile> inspect(CelebaConfig config, DataAccess access) {
    CelebaFiles files = files(config, access);
    Path root = access.root();
    List<SourceFile> found = new ArrayList<>();
    SourceFiles.add(
        found, root, () -> list(files.attributes(), root, files.attributesByImage().keySet()));
    SourceFiles.add(
        found,
        root,
        () ->
            list(
                files.partition(),
                root,
                files.parts().values().stream().flatMap(List::stream).toList()));
    if (!Files.isDirectory(files.images())) {
      found.add(SourceFiles.missing(root, files.images(), "expected a folder of images"));
    } else if (files.listed()) {
      SourceFiles.add(
          found,
          root,
          () -> {
            ImageFolder images = images(files, used(config, files));
            store(config, images, access);
            return images.sourceFile(access);
          });
    }
    return found;
  }

  private static SourceFile list(Path list, Path root, Collection<?> entries) {
    return SourceFiles.own(root, list, entries.size() + " images");
  }

  /**
   * Reports where to get the files, which cannot be downloaded automatically.
   *
   * @throws IOException if the files are missing
   */
  @Override
  public void fetch(CelebaConfig config, DataAccess access, Consumer<String> log)
      throws IOException {
    Path folder = access.root().resolve(config.folder());
    if (!files(config, access).listed()) {
      throw new IOException(
          "the program cannot download these files: get img_align_celeba, list_attr_celeba.txt and"
              + " list_eval_partition.txt from https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html,"
              + " and copy them to "
              + folder
              + ", in one folder or in Img, Anno and Eval");
    }
    log.accept("nothing to fetch: " + folder + " exists already");
  }

  @Override
  public Dataset open(CelebaConfig config, DataAccess access, NDManager manager) {
    CelebaFiles files = files(config, access);
    Map<SplitName, List<String>> used = used(config, files);
    ImageFolder images = images(files, used);
    ImageStore store = store(config, images, access);
    Map<String, Integer> rows = images.rows();
    Map<String, byte[]> attributes = files.attributesByImage();
    Map<SplitName, Split> splits = new EnumMap<>(SplitName.class);
    used.forEach(
        (split, names) ->
            splits.put(
                split,
                new StoredImages(
                    store,
                    names.stream().mapToInt(rows::get).toArray(),
                    labels(files, attributes, names, manager))));
    return new StreamedDataset(
        splits, Normalisation.none(CHANNELS), BRIGHTEST, new ShiftAugmentation(0, false), manager);
  }

  private static List<Labelled> labels(
      CelebaFiles files, Map<String, byte[]> attributes, List<String> names, NDManager manager) {
    float[][] values = new float[CelebaFiles.ATTRIBUTES][names.size()];
    for (int i = 0; i < names.size(); i++) {
      byte[] own = attributes.get(names.get(i));
      if (own == null) {
        throw new InvalidConfigException(
            files.attributes().toString(),
            "no attributes of " + names.get(i),
            "those of every image");
      }
      for (int a = 0; a < values.length; a++) {
        values[a][i] = own[a];
      }
    }
    List<Labelled> labels = new ArrayList<>();
    for (float[] attribute : values) {
      NDArray tensor = manager.create(attribute, new Shape(names.size(), 1));
      labels.add(Labelled.complete(tensor));
    }
    return labels;
  }
}
