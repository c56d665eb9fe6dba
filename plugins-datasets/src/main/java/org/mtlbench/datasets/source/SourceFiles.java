package org.mtlbench.datasets.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.SourceFile;

/** Checks shared by source files of all formats. */
public final class SourceFiles {
  /** What is found where a file is missing. */
  public static final String NOTHING = "nothing";

  private SourceFiles() {}

  /**
   * The folder of a dataset: the one named, or the data folder itself if there is none of that name
   * and the data folder holds what the other would.
   *
   * @param root the data folder
   * @param name relative to the data folder
   * @param marks files or folders, one of which the dataset's folder has
   */
  public static Path folder(Path root, String name, String... marks) {
    Path named = root.resolve(name);
    boolean here = Stream.of(marks).anyMatch(mark -> Files.exists(root.resolve(mark)));
    return here && !Files.exists(named) ? root : named;
  }

  /**
   * Rejects files that cannot be opened for reading.
   *
   * @param kind what the file should be, for messages, for example "an IDX file"
   * @throws InvalidConfigException for a folder, a missing file, or missing permission
   */
  public static void requireReadable(Path file, String kind) {
    if (Files.isDirectory(file)) {
      throw new InvalidConfigException(file.toString(), "a folder", kind);
    }
    if (!Files.exists(file)) {
      throw new InvalidConfigException(file.toString(), NOTHING, kind);
    }
    if (!Files.isRegularFile(file)) {
      // opening a pipe would block
      throw new InvalidConfigException(file.toString(), "not a plain file", kind);
    }
    if (!Files.isReadable(file)) {
      throw noPermission(file);
    }
  }

  /** The reason of an I/O error with the file, where known, and without the exception's type. */
  public static String reason(IOException error) {
    if (!(error instanceof FileSystemException file)) {
      return error.getMessage() == null ? "no reason given" : error.getMessage();
    }
    String why =
        error instanceof NoSuchFileException
            ? "no such file"
            : error instanceof AccessDeniedException ? "permission denied" : file.getReason();
    return file.getFile() + ": " + (why == null ? "not usable" : why);
  }

  /** The exception for a file that this user may not read. */
  public static InvalidConfigException noPermission(Path file) {
    return new InvalidConfigException(
        file.toString(), "a file without permission to read", "a file readable by this user");
  }

  /**
   * Reads a file and reports its state; a file rejected by the reader is broken.
   *
   * @param root the data folder
   * @param read reads the file at {@code path}, throwing {@link InvalidConfigException}
   */
  public static SourceFile inspect(Path root, Path path, Supplier<FileCheck> read) {
    try {
      return read.get().sourceFile(root);
    } catch (InvalidConfigException e) {
      // The name contains the path already.
      String remark =
          e.problems().stream()
              .map(problem -> problem.value() + ", expected " + problem.allowed())
              .collect(Collectors.joining("; "));
      return new SourceFile(name(root, path), SourceFile.State.BROKEN, "", remark);
    }
  }

  /** A missing file. */
  public static SourceFile missing(Path root, Path path, String remark) {
    return new SourceFile(name(root, path), SourceFile.State.MISSING, "", remark);
  }

  /**
   * A file, or a folder of files, that is usable and has nothing published to be compared with.
   *
   * @param sum SHA-256 of the content
   */
  public static SourceFile own(Path root, Path path, String sum, String remark) {
    return new SourceFile(name(root, path), SourceFile.State.VERIFIED, sum, remark);
  }

  /**
   * A small file, such as a list, that has nothing published to be compared with.
   *
   * @throws InvalidConfigException if it cannot be read
   */
  public static SourceFile own(Path root, Path file, String remark) {
    requireReadable(file, "a file");
    try (InputStream in = Files.newInputStream(file)) {
      return own(root, file, Sha256.of(in), remark);
    } catch (IOException e) {
      throw new InvalidConfigException(file.toString(), reason(e), "a readable file");
    }
  }

  /** Adds an entry, or one for each problem if there is none. */
  public static void add(List<SourceFile> found, Path root, Supplier<SourceFile> file) {
    try {
      found.add(file.get());
    } catch (InvalidConfigException e) {
      e.problems().forEach(problem -> found.add(rejected(root, problem)));
    }
  }

  /** What a rejection says of a file: that it is missing, or broken. */
  public static SourceFile rejected(Path root, Problem problem) {
    boolean missing = problem.value().equals(NOTHING);
    Path path = Path.of(problem.path());
    return new SourceFile(
        path.startsWith(root) ? name(root, path) : problem.path(),
        missing ? SourceFile.State.MISSING : SourceFile.State.BROKEN,
        "",
        problem.value() + ", expected " + problem.allowed());
  }

  static String name(Path root, Path path) {
    return root.relativize(path).toString();
  }
}
