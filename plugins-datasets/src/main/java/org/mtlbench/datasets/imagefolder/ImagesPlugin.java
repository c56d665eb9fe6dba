package org.mtlbench.datasets.imagefolder;

import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.dataset.Split;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.api.plugin.Descriptor;
import org.mtlbench.datasets.augmentation.ShiftAugmentation;
import org.mtlbench.datasets.csv.FileTable;
import org.mtlbench.datasets.imagefile.ImageFolder;
import org.mtlbench.datasets.imagefile.ImageStore;
import org.mtlbench.datasets.imagefile.StoredImages;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.images.StreamedDataset;
import org.mtlbench.datasets.source.SourceFiles;
import org.mtlbench.datasets.table.Table;
import org.mtlbench.datasets.table.TableTarget;

/** The dataset {@code images}: JPEG and PNG images of the user with a table of labels. */
public final class ImagesPlugin implements DatasetPlugin<ImagesConfig> {
  private static final String BACKBONE = "conv";
  private static final int CHANNELS = 3;
  private static final double BRIGHTEST = 255;
  private static final double MIN_DEVIATION = 1e-6;
  private static final String OWN = "your own file, without published checksum";

  @Override
  public Descriptor descriptor() {
    return new Descriptor(
        "images",
        "Images",
        "",
        List.of("your own JPEG and PNG files", "classes, labels and numbers from a table"));
  }

  @Override
  public ImagesConfig defaults() {
    return new ImagesConfig(
        "",
        "",
        "image",
        Map.of(),
        64,
        64,
        List.of(),
        List.of(),
        false,
        0,
        List.of("", "NA", "N/A", "NaN", "null"),
        ";",
        "none",
        "",
        0.15,
        0.15,
        42,
        ",");
  }

  /** The table and the image folder of a config. */
  private record Source(FileTable table, ImageFolder images) {
    static Source of(ImagesConfig config, DataAccess access) {
      FileTable table = FileTable.read(config.csv(), config.imageColumn(), access.root());
      Path file = access.root().resolve(config.file());
      Path folder =
          config.folder().isEmpty() ? file.getParent() : access.root().resolve(config.folder());
      return new Source(table, new ImageFolder(folder, new LinkedHashSet<>(table.files()), file));
    }

    ImageStore store(ImagesConfig config, DataAccess access) {
      return images.store("images", access, config.height(), config.width());
    }

    List<TableTarget> targets() {
      Table own = table.table();
      return own.targets().stream().map(t -> TableTarget.of(t, own.splits())).toList();
    }
  }

  @Override
  public DatasetFacts facts(ImagesConfig config, DataAccess access) {
    Source source = Source.of(config, access);
    Table table = source.table().table();
    return new DatasetFacts(
        source.targets().stream().map(TableTarget::task).toList(),
        InputSpec.of(CHANNELS, config.height(), config.width()),
        BACKBONE,
        table.rows(SplitName.TRAIN),
        table.rows(SplitName.VALIDATION),
        table.rows(SplitName.TEST),
        false);
  }

  /**
   * One entry for the table and one for the images, with a checksum over their names and contents.
   * Images are decoded into the cache, so that invalid ones are found before a run starts.
   */
  @Override
  public List<SourceFile> inspect(ImagesConfig config, DataAccess access) {
    List<SourceFile> found = new ArrayList<>();
    if (config.file().isEmpty()) {
      return found;
    }
    Path file = access.root().resolve(config.file());
    SourceFiles.add(found, access.root(), () -> SourceFiles.own(access.root(), file, OWN));
    if (Files.isRegularFile(file)) {
      SourceFiles.add(
          found,
          access.root(),
          () -> {
            Source source = Source.of(config, access);
            source.store(config, access);
            return source.images().sourceFile(access);
          });
    }
    return found;
  }

  @Override
  public void fetch(ImagesConfig config, DataAccess access, Consumer<String> log) {
    log.accept("images reads your own files: nothing to fetch");
  }

  @Override
  public Dataset open(ImagesConfig config, DataAccess access, NDManager manager) {
    Source source = Source.of(config, access);
    ImageStore store = source.store(config, access);
    Map<String, Integer> places = source.images().rows();
    Table table = source.table().table();
    List<TableTarget> targets = source.targets();
    Map<SplitName, Split> splits = new EnumMap<>(SplitName.class);
    Normalisation normalisation = new Normalisation(config.means(), config.deviations());
    for (SplitName split : SplitName.values()) {
      int[] rows =
          IntStream.range(0, table.rows()).filter(row -> table.splits()[row] == split).toArray();
      int[] images =
          IntStream.of(rows).map(row -> places.get(source.table().files().get(row))).toArray();
      splits.put(
          split,
          new StoredImages(
              store, images, targets.stream().map(t -> t.labels(rows, manager)).toList()));
      if (split == SplitName.TRAIN && config.means().isEmpty()) {
        normalisation = fitted(store.statistics(images));
      }
    }
    return new StreamedDataset(
        splits,
        normalisation,
        BRIGHTEST,
        new ShiftAugmentation(config.shift(), config.flip()),
        manager);
  }

  private static Normalisation fitted(double[][] statistics) {
    return new Normalisation(
        DoubleStream.of(statistics[0]).boxed().toList(),
        // a constant channel is only centred
        DoubleStream.of(statistics[1]).map(d -> d < MIN_DEVIATION ? 1 : d).boxed().toList());
  }
}
