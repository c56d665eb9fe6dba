package org.mtlbench.datasets.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.datasets.cifar10.Cifar10File;
import org.mtlbench.datasets.cifar10.Cifar10Files;
import org.mtlbench.datasets.source.Sha256;

/**
 * Brings CIFAR-10's six files into the data folder, out of the archive of its binary version.
 *
 * @param sources where the archive is, in the order to try
 * @param archiveSha256 SHA-256 of the archive
 * @param downloader does the work
 * @param log told each step in a plain line
 */
public record Cifar10Fetch(
    List<URI> sources, String archiveSha256, Downloader downloader, Consumer<String> log) {
  private static final String ARCHIVE = "cifar-10-binary.tar.gz";

  /** Where the authors keep the archive (170,052,171 bytes). */
  private static final List<URI> PUBLISHED =
      List.of(URI.create("https://www.cs.toronto.edu/~kriz/" + ARCHIVE));

  /**
   * As TensorFlow Datasets has it ({@code url_checksums/cifar10.txt}) for the archive of
   * 170,052,171 bytes, whose MD5 the authors publish beside it.
   */
  private static final String PUBLISHED_SHA256 =
      "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd";

  /** Keeps the sources unmodifiable. */
  public Cifar10Fetch {
    sources = List.copyOf(sources);
  }

  /** From where the authors publish it. */
  public static Cifar10Fetch published(Downloader downloader, Consumer<String> log) {
    return new Cifar10Fetch(PUBLISHED, PUBLISHED_SHA256, downloader, log);
  }

  /**
   * Fetches what is missing, see {@link Wanted}. The archive is downloaded once for all files,
   * unless it lies in their folder already, and deleted afterwards.
   *
   * @param root the data folder; made when needed
   * @throws IOException if the folder cannot be written, the archive could not be had, with every
   *     source's reason, or it does not hold what it should
   */
  public void into(Path root) throws IOException, InterruptedException {
    Cifar10Files files = new Cifar10Files(root);
    Wanted.makeFolder(files.folder());
    Wanted wanted = new Wanted(log);
    Map<Cifar10File, Path> targets = new EnumMap<>(Cifar10File.class);
    for (Cifar10File file : Cifar10File.values()) {
      if (wanted.is(() -> files.inspect(file), () -> files.path(file))) {
        targets.put(file, files.path(file));
      }
    }
    if (targets.isEmpty()) {
      return;
    }
    Path archive = files.folder().resolve(ARCHIVE);
    if (isPublished(archive)) {
      log.accept(ARCHIVE + ": already there, verified");
    } else {
      downloader.get(new Download(sources, archiveSha256, archive));
    }
    new Cifar10Archive(archive).extract(targets);
    Files.delete(archive);
    log.accept(ARCHIVE + ": unpacked and deleted");
    for (Cifar10File file : targets.keySet()) {
      SourceFile found = files.inspect(file);
      if (found.state() != SourceFile.State.VERIFIED) {
        throw new IOException(
            archive
                + ": the archive has the published SHA-256, but its "
                + file.fileName()
                + " is not the published one: "
                + found.remark());
      }
      log.accept(found.name() + ": verified");
    }
  }

  private boolean isPublished(Path archive) throws IOException {
    return Files.isRegularFile(archive) && Sha256.of(archive).equals(archiveSha256);
  }
}
