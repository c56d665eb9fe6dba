package org.mtlbench.datasets.arrays;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.datasets.npy.NpyHeader;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * The files of one part of a dataset.
 *
 * @param folder folder that contains the folders of the layout
 * @param names names of the files, in the order of the examples: numeric names by number
 */
record ArrayFiles(Path folder, ArrayLayout layout, List<String> names) {
  private static final String SUFFIX = ".npy";
  private static final int MAX_REPORTED = 10;

  ArrayFiles {
    names = List.copyOf(names);
  }

  /**
   * Lists the images of a part.
   *
   * @throws InvalidConfigException if the folder is missing or contains no image
   */
  static ArrayFiles of(Path folder, ArrayLayout layout) {
    Path images = folder.resolve(layout.image());
    List<String> names = list(images);
    if (names.isEmpty()) {
      throw new InvalidConfigException(
          images.toString(), "no " + SUFFIX + " file", "one for each example");
    }
    return new ArrayFiles(folder, layout, names);
  }

  private static List<String> list(Path folder) {
    if (!Files.isDirectory(folder)) {
      String found = Files.exists(folder) ? "a file" : SourceFiles.NOTHING;
      throw new InvalidConfigException(folder.toString(), found, "a folder of .npy files");
    }
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
      for (Path file : files) {
        names.add(file.getFileName().toString());
      }
    } catch (IOException e) {
      throw new InvalidConfigException(
          folder.toString(),
          "a folder that cannot be read (" + SourceFiles.reason(e) + ")",
          "a readable folder");
    }
    names.sort(Comparator.comparing(ArrayFiles::number).thenComparing(Comparator.naturalOrder()));
    return names;
  }

  /** The number in a numeric name; -1 for other names. */
  private static BigInteger number(String name) {
    String stem = name.substring(0, name.length() - SUFFIX.length());
    boolean digits = !stem.isEmpty() && stem.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? new BigInteger(stem) : BigInteger.ONE.negate();
  }

  /** A copy with only the given examples. */
  ArrayFiles only(List<String> chosen) {
    return new ArrayFiles(folder, layout, chosen);
  }

  Path image(String name) {
    return folder.resolve(layout.image()).resolve(name);
  }

  Path label(MapSource map, String name) {
    return folder.resolve(map.folder()).resolve(name);
  }

  /**
   * Type and size of the images.
   *
   * @param channels number of channels; 1 for files with two axes
   * @param bytes whether the values are bytes
   */
  record ImageFormat(int height, int width, int channels, boolean bytes) {
    private static ImageFormat of(Path file) {
      NpyHeader header = NpyHeader.read(file);
      Shape shape = header.shape();
      boolean grey = shape.dimension() == 2;
      if (!grey && shape.dimension() != 3) {
        throw new InvalidConfigException(
            file.toString(), "an array of shape " + shape, "height, width and channels");
      }
      return new ImageFormat(
          Math.toIntExact(shape.get(0)),
          Math.toIntExact(shape.get(1)),
          grey ? 1 : Math.toIntExact(shape.get(2)),
          header.type() == DataType.UINT8);
    }

    private boolean fits(Shape shape, int expectedChannels) {
      boolean map = shape.dimension() == 2 && expectedChannels == 1;
      boolean channelled = shape.dimension() == 3 && shape.get(2) == expectedChannels;
      return (map || channelled) && shape.get(0) == height && shape.get(1) == width;
    }

    private String description(int expectedChannels) {
      String size = height + ", " + width;
      return expectedChannels == 1
          ? "(" + size + ") or (" + size + ", 1)"
          : "(" + size + ", " + expectedChannels + ")";
    }
  }

  ImageFormat format() {
    return ImageFormat.of(image(names.get(0)));
  }

  /**
   * Checks the headers of all files.
   *
   * @param format expected format of the images
   * @throws InvalidConfigException with at most ten files that are missing, invalid, or of another
   *     shape or type
   */
  void check(ImageFormat format) {
    List<Problem> problems = problems(format);
    if (!problems.isEmpty()) {
      throw new InvalidConfigException(problems);
    }
  }

  /** The problems of at most ten files that are missing, invalid, or of another shape or type. */
  List<Problem> problems(ImageFormat format) {
    List<Problem> problems = new ArrayList<>();
    for (String name : names) {
      check(image(name), format, format.channels(), problems);
      if (problems.size() >= MAX_REPORTED) {
        return problems;
      }
    }
    for (MapSource map : layout.maps()) {
      Set<String> there = new HashSet<>(list(folder.resolve(map.folder())));
      for (String name : names) {
        Path file = label(map, name);
        if (!there.contains(name)) {
          problems.add(
              new Problem(file.toString(), SourceFiles.NOTHING, map.task() + " of " + image(name)));
        } else {
          check(file, format, map.channels(), problems);
        }
        if (problems.size() >= MAX_REPORTED) {
          return problems;
        }
      }
    }
    return problems;
  }

  private void check(Path file, ImageFormat format, int channels, List<Problem> problems) {
    try {
      NpyHeader header = NpyHeader.read(file);
      boolean image = file.startsWith(folder.resolve(layout.image()));
      if (!format.fits(header.shape(), channels)) {
        problems.add(
            new Problem(
                file.toString(),
                "an array of shape " + header.shape(),
                format.description(channels)));
      } else if (image && (header.type() == DataType.UINT8) != format.bytes()) {
        problems.add(
            new Problem(
                file.toString(),
                "values of type " + header.type(),
                format.bytes()
                    ? "uint8 as of the first image"
                    : "a type other than uint8, as of the first image"));
      }
    } catch (InvalidConfigException e) {
      problems.addAll(e.problems());
    }
  }
}
