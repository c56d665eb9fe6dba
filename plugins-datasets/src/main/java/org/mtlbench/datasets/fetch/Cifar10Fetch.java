package org.mtlbench.datasets.fetch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import org.mtlbench.datasets.source.ContentChecksums;

/**
 * Downloads CIFAR-10's binary archive and extracts its six files to the data folder.
 *
 * @param sources URIs of the archive, in the order to try
 * @param archiveMd5 MD5 of the archive
 * @param downloader downloads the archive
 * @param log receives progress messages
 */
public record Cifar10Fetch(
    List<URI> sources, String archiveMd5, Downloader downloader, Consumer<String> log) {
  private static final String ARCHIVE = "cifar-10-binary.tar.gz";

  /** The authors' URI of the archive (170,052,171 bytes). */
  private static final List<URI> PUBLISHED =
      List.of(URI.create("https://www.cs.toronto.edu/~kriz/" + ARCHIVE));

  /** As published by the authors next to the archive. */
  private static final String PUBLISHED_MD5 = "c32a1d4ab5d03f1284b67883e8d87530";

  /** Makes a defensive copy of the sources. */
  public Cifar10Fetch {
    sources = List.copyOf(sources);
  }

  /** Fetches from the authors' site. */
  public static Cifar10Fetch published(Downloader downloader, Consumer<String> log) {
    return new Cifar10Fetch(PUBLISHED, PUBLISHED_MD5, downloader, log);
  }

  /**
   * Fetches missing files, see {@link DownloadTarget}. The archive is downloaded once, unless it is in the
   * folder already, and deleted afterwards.
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
      downloader.get(new Download(sources, archiveMd5, archive));
    }
    new Cifar10Archive(archive).extract(targets);
    Files.delete(archive);
    log.accept(ARCHIVE + ": unpacked and deleted");
    for (Cifar10File file : targets.keySet()) {
      SourceFile found = files.inspect(file);
      if (found.state() != SourceFile.State.VERIFIED) {
        throw new IOException(
            archive
                + ": the archive has the published MD5, but its "
                + file.fileName()
                + " is not the published one: "
                + found.remark());
      }
      log.accept(found.name() + ": verified");
    }
  }

  private boolean isPublished(Path archive) throws IOException {
    if (!Files.isRegularFile(archive)) {
      return false;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(archive), 1 << 16)) {
      return ContentChecksums.of(in).md5().equals(archiveMd5);
    }
  }
}
