package org.mtlbench.datasets.arrays;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.Dataset;
import org.mtlbench.api.dataset.DatasetFacts;
import org.mtlbench.api.dataset.InputSpec;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.api.dataset.SplitName;
import org.mtlbench.datasets.augmentation.DenseAugmentation;
import org.mtlbench.datasets.images.Normalisation;
import org.mtlbench.datasets.images.StreamedDataset;
import org.mtlbench.datasets.npy.NpyReader;
import org.mtlbench.datasets.source.FolderSums;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * A dataset of NumPy files, as described by a config.
 *
 * @param folder path relative to the data folder, which may also be the folder itself
 * @param normalisation of the channels; empty if values are not normalised
 */
record ArrayData(
    String folder,
    ArrayLayout layout,
    ArrayParts.Folders folders,
    ArrayParts.Sizes sizes,
    DenseAugmentation augmentation,
    Optional<Normalisation> normalisation) {
  private static final String BACKBONE = "encoder-decoder";
  private static final double BRIGHTEST_BYTE = 255;

  private Path root(DataAccess access) {
    return SourceFiles.folder(access.root(), folder, folders.train() + "/" + layout.image());
  }

  /** Whether the folder exists. */
  boolean present(DataAccess access) {
    return Files.isDirectory(root(access));
  }

  private ArrayParts parts(DataAccess access) {
    return ArrayParts.of(root(access), layout, folders, sizes);
  }

  /**
   * Counts the files and reads the header of the first image.
   *
   * @throws InvalidConfigException if there are none
   */
  DatasetFacts facts(DataAccess access) {
    ArrayParts parts = parts(access);
    ArrayFiles.ImageFormat format = parts.train().format();
    return facts(
        InputSpec.of(format.channels(), format.height(), format.width()),
        parts.train().names().size(),
        parts.validation().names().size(),
        parts.test().names().size(),
        parts.available());
  }

  /** The facts of published data, for planning without the files. */
  DatasetFacts facts(InputSpec input, int publishedTrain, int publishedTest) {
    int validation = sizes.validation(publishedTrain);
    int available = publishedTrain - validation;
    return facts(
        input,
        sizes.trainSize() == 0 ? available : sizes.trainSize(),
        validation == 0 ? publishedTest : validation,
        publishedTest,
        available);
  }

  private DatasetFacts facts(InputSpec input, int train, int validation, int test, int available) {
    return new DatasetFacts(
        layout.tasks(), input, BACKBONE, train, validation, test, available, false);
  }

  /**
   * One entry per folder, with a checksum over the names and contents of its files, and one per
   * missing or invalid file, at most ten per part.
   */
  List<SourceFile> inspect(DataAccess access) {
    List<SourceFile> found = new ArrayList<>();
    FolderSums sums = new FolderSums(access.cache());
    for (String part : parts()) {
      Path folder = root(access).resolve(part);
      try {
        ArrayFiles files = ArrayFiles.of(folder, layout);
        List<Problem> problems = files.problems(files.format());
        problems.forEach(problem -> found.add(SourceFiles.rejected(access.root(), problem)));
        for (String name : new TreeSet<>(layout.folders())) {
          Path own = folder.resolve(name);
          if (problems.stream().noneMatch(problem -> Path.of(problem.path()).startsWith(own))) {
            found.add(inspect(access, own, files.names(), sums));
          }
        }
      } catch (InvalidConfigException e) {
        e.problems().forEach(p -> found.add(SourceFiles.rejected(access.root(), p)));
      }
    }
    return found;
  }

  private List<String> parts() {
    return Stream.of(
            Optional.of(folders.train()), folders.validation(), Optional.of(folders.test()))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static SourceFile inspect(
      DataAccess access, Path folder, List<String> names, FolderSums sums) {
    try {
      return SourceFiles.own(
          access.root(), folder, sums.of(folder, names), names.size() + " files");
    } catch (IOException e) {
      return SourceFiles.rejected(
          access.root(), new Problem(folder.toString(), SourceFiles.reason(e), "readable files"));
    }
  }

  /**
   * Reports where to get the files, which cannot be downloaded automatically.
   *
   * @param source where the files are offered
   * @throws IOException if the files are missing
   */
  void fetch(String source, DataAccess access, Consumer<String> log) throws IOException {
    if (!present(access)) {
      throw new IOException(
          "the program cannot download these files: get them from "
              + source
              + ", and copy their folders "
              + String.join(" and ", parts())
              + " to "
              + root(access));
    }
    log.accept("nothing to fetch: " + root(access) + " exists already");
  }

  /**
   * Checks the headers of all files and opens the splits, which read files on access.
   *
   * @throws InvalidConfigException naming missing and invalid files
   */
  Dataset open(DataAccess access, NDManager manager) {
    ArrayParts parts = parts(access);
    ArrayFiles.ImageFormat format = parts.train().format();
    List<Problem> problems =
        Stream.of(parts.train(), parts.validation(), parts.test())
            .flatMap(files -> files.problems(format).stream())
            .distinct()
            .toList();
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
    Normalisation applied = normalisation.orElseGet(() -> Normalisation.none(format.channels()));
    if (applied.means().size() != format.channels()) {
      throw new InvalidConfigException(
          "means",
          String.valueOf(applied.means()),
          "one for each of " + format.channels() + " channels");
    }
    NpyReader reader = new NpyReader();
    return new StreamedDataset(
        Map.of(
            SplitName.TRAIN, new ArraySplit(parts.train(), format, reader),
            SplitName.VALIDATION, new ArraySplit(parts.validation(), format, reader),
            SplitName.TEST, new ArraySplit(parts.test(), format, reader)),
        applied,
        format.bytes() ? BRIGHTEST_BYTE : 1,
        augmentation,
        manager);
  }
}
