package org.mtlbench.datasets.mnist;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.datasets.source.FileCheck;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * Locates the four files of MNIST or Fashion-MNIST, plain or as .gz: in the subfolder "mnist" or
 * "fashion-mnist" of the data folder; MNIST's also in the data folder itself. The first folder that
 * has any of the files is used; a plain file is preferred to its .gz.
 */
public final class MnistFiles {
  private final MnistVariant variant;
  private final Path root;
  private final Path folder;

  /**
   * Locates the files of MNIST without reading them.
   *
   * @param root the data folder; need not exist
   */
  public MnistFiles(Path root) {
    this(MnistVariant.MNIST, root);
  }

  /**
   * Locates the files without reading them.
   *
   * @param root the data folder; need not exist
   */
  public MnistFiles(MnistVariant variant, Path root) {
    this.variant = variant;
    this.root = root;
    Path sub = root.resolve(variant.subfolder());
    folder = variant.inDataFolder() && hasAny(root) && !hasAny(sub) ? root : sub;
  }

  /** The folder that contains the files, or into which they should be downloaded. */
  public Path folder() {
    return folder;
  }

  /** The path of a file; empty if it is missing. */
  public Optional<Path> find(MnistFile file) {
    return find(folder, file);
  }

  /**
   * Reads the four files and compares their content with the published checksums. A different
   * checksum is not an error here, see {@link Mnist#checks}.
   *
   * @throws InvalidConfigException if a file is missing, damaged, unreadable or of another shape
   */
  public Mnist load() {
    Map<MnistFile, Path> paths = requireAll();
    Map<MnistFile, IdxArray> arrays = new EnumMap<>(MnistFile.class);
    List<FileCheck> checks = new ArrayList<>();
    paths.forEach(
        (file, path) -> {
          IdxArray array = read(file, path);
          arrays.put(file, array);
          checks.add(variant.check(file, path, array.sha256()));
        });
    return new Mnist(
        digits(arrays, MnistFile.TRAIN_IMAGES, MnistFile.TRAIN_LABELS),
        digits(arrays, MnistFile.TEST_IMAGES, MnistFile.TEST_LABELS),
        checks);
  }

  /** Reads every existing file and reports its state; never throws because of a file's content. */
  public List<SourceFile> inspect() {
    List<SourceFile> found = new ArrayList<>();
    for (MnistFile file : MnistFile.values()) {
      found.add(inspect(file));
    }
    return found;
  }

  /** The same for a single file. */
  public SourceFile inspect(MnistFile file) {
    Optional<Path> path = find(file);
    if (path.isEmpty()) {
      return SourceFiles.missing(
          root,
          folder.resolve(file.archiveName()),
          "looked for plain and .gz in "
              + root.resolve(variant.subfolder())
              + (variant.inDataFolder() ? " and " + root : ""));
    }
    return SourceFiles.inspect(
        root, path.get(), () -> variant.check(file, path.get(), read(file, path.get()).sha256()));
  }

  private Map<MnistFile, Path> requireAll() {
    if (!Files.exists(root)) {
      throw new InvalidConfigException(root.toString(), "no folder", wanted());
    }
    if (!Files.isDirectory(root)) {
      throw new InvalidConfigException(root.toString(), "a file", wanted());
    }
    Map<MnistFile, Path> paths = new EnumMap<>(MnistFile.class);
    List<String> missing = new ArrayList<>();
    for (MnistFile file : MnistFile.values()) {
      Optional<Path> path = find(file);
      path.ifPresentOrElse(
          found -> paths.put(file, found), () -> missing.add(file.baseName() + "[.gz]"));
    }
    if (paths.isEmpty()) {
      throw new InvalidConfigException(root.toString(), "no file of " + variant.title(), wanted());
    }
    if (!missing.isEmpty()) {
      throw new InvalidConfigException(
          folder.toString(),
          "no " + String.join(", no ", missing),
          "all four files of " + variant.title());
    }
    return paths;
  }

  private static IdxArray read(MnistFile file, Path path) {
    return file.isImages()
        ? IdxReader.read(path, file.shape())
        : IdxReader.readLabels(path, file.count(), MnistFile.CLASSES);
  }

  private static DigitSet digits(
      Map<MnistFile, IdxArray> arrays, MnistFile images, MnistFile labels) {
    return new DigitSet(arrays.get(images).data(), arrays.get(labels).data());
  }

  private static boolean hasAny(Path folder) {
    return List.of(MnistFile.values()).stream().anyMatch(file -> find(folder, file).isPresent());
  }

  private static Optional<Path> find(Path folder, MnistFile file) {
    return List.of(file.baseName(), file.archiveName()).stream()
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst();
  }

  private String wanted() {
    return "a folder with "
        + List.of(MnistFile.values()).stream()
            .map(file -> file.baseName() + "[.gz]")
            .collect(Collectors.joining(", "))
        + (variant.inDataFolder() ? " in it or in its subfolder " : " in its subfolder ")
        + variant.subfolder()
        + " (run: mtlbench data fetch)";
  }
}
