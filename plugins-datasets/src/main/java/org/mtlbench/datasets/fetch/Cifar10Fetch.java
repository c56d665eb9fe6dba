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
 * Downloads CIFAR-10's binary archive and extracts its six files to the data folder.
 *
 * @param sources URIs of the archive, in the order to try
 * @param archiveSha256 SHA-256 of the archive
 * @param downloader downloads the archive
 * @param log receives progress messages
 */
public record Cifar10Fetch(
    List<URI> sources, String archiveSha256, Downloader downloader, Consumer<String> log) {
  private static final String ARCHIVE = "cifar-10-binary.tar.gz";

  /** The authors' URI of the archive (170,052,171 bytes). */
  private static final List<URI> PUBLISHED =
      List.of(URI.create("https://www.cs.toronto.edu/~kriz/" + ARCHIVE));

  /**
   * From TensorFlow Datasets ({@code url_checksums/cifar10.txt}), for the archive of 170,052,171
   * bytes whose MD5 the authors publish.
   */
  private static final String PUBLISHED_SHA256 =
      "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd";

  /** Makes a defensive copy of the sources. */
  public Cifar10Fetch {
    sources = List.copyOf(sources);
  }

  /** Fetches from the authors' site. */
  public static Cifar10Fetch published(Downloader downloader, Consumer<String> log) {
    return new Cifar10Fetch(PUBLISHED, PUBLISHED_SHA256, downloader, log);
  }

  /**
   * Fetches missing files, see {@link DownloadTarget}. The archive is downloaded once, unless it is
   * in the folder already, and deleted afterwards.
   *
   * @param root the data folder; created if necessary
   * @throws IOException if the folder cannot be written, if the archive could not be downloaded
   *     (with the reason for every source), or if its content is wrong
   */
  public void fetchTo(Path root) throws IOException, InterruptedException {
    Cifar10Files files = new Cifar10Files(root);
    DownloadTarget.makeFolder(files.folder());
    DownloadTarget target = new DownloadTarget(log);
    Map<Cifar10File, Path> targets = new EnumMap<>(Cifar10File.class);
    for (Cifar10File file : Cifar10File.values()) {
      if (target.isNeeded(() -> files.inspect(file), () -> files.path(file))) {
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
