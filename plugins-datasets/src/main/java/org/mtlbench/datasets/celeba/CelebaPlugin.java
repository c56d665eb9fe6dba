package org.mtlbench.datasets.celeba;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
import org.mtlbench.datasets.imagefile.ImageStore;
import org.mtlbench.datasets.imagefile.StoredImages;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.images.StreamedDataset;
import org.mtlbench.datasets.source.ContentSums;
import org.mtlbench.datasets.source.FolderSums;
import org.mtlbench.datasets.source.SourceFiles;
import org.mtlbench.toolbox.task.Tasks;

/**
 * CelebA (Liu, Luo, Wang and Tang, Deep Learning Face Attributes in the Wild, ICCV 2015): aligned
 * faces with 40 attributes, each a task of its own, from the published files in the published
 * partition.
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
    return CelebaFiles.in(access.root().resolve(config.folder()));
  }

  /** Counts the lists if they are there; the numbers and names are else those of the published. */
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

  /** The images that a config uses, in the order of the store. */
  private record Used(Map<SplitName, List<String>> parts) {
    static Used of(CelebaConfig config, CelebaFiles files) {
      Map<SplitName, List<String>> parts = new EnumMap<>(files.parts());
      List<String> train = parts.get(SplitName.TRAIN);
      parts.put(SplitName.TRAIN, train.subList(0, trainSize(config, train.size())));
      return new Used(parts);
    }

    List<String> names() {
      return parts.values().stream().flatMap(List::stream).toList();
    }
  }

  private static ImageStore store(CelebaConfig config, CelebaFiles files, Used used, DataAccess access) {
    List<String> names = used.names();
    return ImageStore.of(
        access.cache(),
        "celeba",
        sum(files, names, access),
        names.stream().map(files.images()::resolve).toList(),
        config.size(),
        config.size());
  }

  private static String sum(CelebaFiles files, List<String> names, DataAccess access) {
    try {
      return new FolderSums(access.cache()).of(files.images(), names);
    } catch (NoSuchFileException e) {
      throw new InvalidConfigException(
          e.getFile(), SourceFiles.NOTHING, "an image that " + files.partition() + " names");
    } catch (IOException e) {
      throw new InvalidConfigException(
          files.images().toString(), e.toString(), "a folder of readable images");
    }
  }

  /**
   * One entry for each list and one for the images, with a checksum over their names and contents.
   * Images are decoded into the cache, so that broken ones are found before a run begins.
   */
  @Override
  public List<SourceFile> inspect(CelebaConfig config, DataAccess access) {
    CelebaFiles files = files(config, access);
    List<SourceFile> found = new ArrayList<>();
    add(found, access, () -> list(files.attributes(), access, files::attributesByImage));
    add(found, access, () -> list(files.partition(), access, files::parts));
    if (!Files.isDirectory(files.images())) {
      found.add(
          SourceFiles.missing(access.root(), files.images(), "expected a folder of images"));
    } else if (files.listed()) {
      add(found, access, () -> images(config, files, access));
    }
    return found;
  }

  private static SourceFile list(Path list, DataAccess access, Supplier<Map<?, ?>> reading) {
    reading.get();
    try (InputStream in = Files.newInputStream(list)) {
      return SourceFiles.own(access.root(), list, ContentSums.of(in).sha256(), "");
    } catch (IOException e) {
      throw new InvalidConfigException(list.toString(), e.toString(), "a readable file");
    }
  }

  private static SourceFile images(CelebaConfig config, CelebaFiles files, DataAccess access) {
    Used used = Used.of(config, files);
    store(config, files, used, access);
    return SourceFiles.own(
        access.root(),
        files.images(),
        sum(files, used.names(), access),
        used.names().size() + " images");
  }

  private static void add(List<SourceFile> found, DataAccess access, Supplier<SourceFile> file) {
    try {
      found.add(file.get());
    } catch (InvalidConfigException e) {
      e.problems().forEach(problem -> found.add(SourceFiles.rejected(access.root(), problem)));
    }
  }

  @Override
  public Dataset open(CelebaConfig config, DataAccess access, NDManager manager) {
    CelebaFiles files = files(config, access);
    Used used = Used.of(config, files);
    ImageStore store = store(config, files, used, access);
    Map<String, byte[]> attributes = files.attributesByImage();
    Map<SplitName, Split> splits = new EnumMap<>(SplitName.class);
    int row = 0;
    for (Map.Entry<SplitName, List<String>> part : used.parts().entrySet()) {
      List<String> names = part.getValue();
      int[] rows = IntStream.range(row, row + names.size()).toArray();
      row += names.size();
      splits.put(
          part.getKey(), new StoredImages(store, rows, labels(files, attributes, names, manager)));
    }
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
            files.attributes().toString(), "no attributes of " + names.get(i), "those of every image");
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
