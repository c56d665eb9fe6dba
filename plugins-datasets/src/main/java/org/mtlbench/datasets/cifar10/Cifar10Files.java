package org.mtlbench.datasets.cifar10;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.datasets.images.LabelledImages;
import org.mtlbench.datasets.source.FileCheck;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * Locates the six files of CIFAR-10: in the subfolder "cifar10" of the data folder, or in
 * "cifar10/cifar-10-batches-bin" as in the archive, or in the data folder itself. The first of the
 * three that has any of the files is used.
 */
public final class Cifar10Files {
  /** The subfolder of the data folder that is searched first. */
  public static final String SUBFOLDER = "cifar10";

  /** The folder inside the archive. */
  public static final String ARCHIVE_FOLDER = "cifar-10-batches-bin";

  private final Path root;
  private final Path folder;

  /**
   * Locates the files without reading them.
   *
   * @param root the data folder; need not exist
   */
  public Cifar10Files(Path root) {
    this.root = root;
    Path sub = root.resolve(SUBFOLDER);
    folder =
        List.of(sub, sub.resolve(ARCHIVE_FOLDER), root).stream()
            .filter(Cifar10Files::hasAny)
            .findFirst()
            .orElse(sub);
  }

  /** The folder that contains the files, or into which they should be downloaded. */
  public Path folder() {
    return folder;
  }

  /** The existing or expected path of a file. */
  public Path path(Cifar10File file) {
    return folder.resolve(file.fileName());
  }

  /**
   * Reads every file and compares with the published checksums. A different checksum is not an
   * error here.
   *
   * @throws InvalidConfigException if a file is missing, unreadable, of another length or with
   *     invalid labels
   */
  public List<FileCheck> check() {
    requireAll();
    return Arrays.stream(Cifar10File.values()).map(this::check).toList();
  }

  /**
   * Reads the images and labels.
   *
   * @throws InvalidConfigException as {@link #check} does
   */
  public Cifar10 load() {
    requireAll();
    return new Cifar10(load(Cifar10File.training()), load(List.of(Cifar10File.TEST)));
  }

  /** Reads every existing file and reports its state; never throws because of a file's content. */
  public List<SourceFile> inspect() {
    return Arrays.stream(Cifar10File.values()).map(this::inspect).toList();
  }

  /** The same for a single file. */
  public SourceFile inspect(Cifar10File file) {
    if (!Files.exists(path(file))) {
      return SourceFiles.missing(root, path(file), "");
    }
    return SourceFiles.inspect(root, path(file), () -> check(file));
  }

  private FileCheck check(Cifar10File file) {
    return file.check(path(file), Cifar10Reader.read(path(file)).sha256());
  }

  private LabelledImages load(List<Cifar10File> files) {
    int n = files.size() * Cifar10File.RECORDS;
    byte[] images = new byte[n * Cifar10File.SHAPE.size()];
    byte[] labels = new byte[n];
    for (int i = 0; i < files.size(); i++) {
      Cifar10Reader.read(path(files.get(i))).copy(images, labels, i * Cifar10File.RECORDS);
    }
    return new LabelledImages(Cifar10File.SHAPE, images, List.of(labels));
  }

  private void requireAll() {
    if (!Files.isDirectory(root)) {
      throw new InvalidConfigException(
          root.toString(), Files.exists(root) ? "a file" : "no folder", wanted());
    }
    Map<Cifar10File, Boolean> found = new EnumMap<>(Cifar10File.class);
    for (Cifar10File file : Cifar10File.values()) {
      found.put(file, Files.exists(path(file)));
    }
    if (!found.containsValue(true)) {
      throw new InvalidConfigException(root.toString(), "no file of CIFAR-10", wanted());
    }
    if (found.containsValue(false)) {
      String missing =
          found.keySet().stream()
              .filter(file -> !found.get(file))
              .map(file -> "no " + file.fileName())
              .collect(Collectors.joining(", "));
      throw new InvalidConfigException(folder.toString(), missing, "all six files of CIFAR-10");
    }
  }

  private static boolean hasAny(Path folder) {
    return Arrays.stream(Cifar10File.values())
        .anyMatch(file -> Files.exists(folder.resolve(file.fileName())));
  }

  private static String wanted() {
    return "a folder with "
        + Arrays.stream(Cifar10File.values())
            .map(Cifar10File::fileName)
            .collect(Collectors.joining(", "))
        + " in it, in its subfolder "
        + SUBFOLDER
        + " or in "
        + SUBFOLDER
        + "/"
        + ARCHIVE_FOLDER
        + " (run: mtlbench data fetch)";
  }
}
