package org.mtlbench.datasets.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.datasets.mnist.MnistFile;
import org.mtlbench.datasets.mnist.MnistFiles;

/**
 * Downloads MNIST's four archives to the data folder.
 *
 * @param mirrors URIs of folders with the archives, each ending in a slash, in the order to try
 * @param downloader downloads the archives
 * @param log receives progress messages
 */
public record MnistFetch(List<URI> mirrors, Downloader downloader, Consumer<String> log) {
  /** The public mirrors. */
  public static final List<URI> PUBLIC_MIRRORS =
      List.of(
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"));

  /** Makes a defensive copy of the mirrors. */
  public MnistFetch {
    mirrors = List.copyOf(mirrors);
  }

  /**
   * Fetches missing files, see {@link DownloadTarget}.
   *
   * @param root the data folder; created if necessary
   * @throws IOException if the folder cannot be written or a file could not be downloaded, with the
   *     reasons for every file and mirror
   */
  public void fetchTo(Path root) throws IOException, InterruptedException {
    MnistFiles files = new MnistFiles(root);
    DownloadTarget.makeFolder(files.folder());
    DownloadTarget target = new DownloadTarget(log);
    List<String> failures = new ArrayList<>();
    for (MnistFile file : MnistFile.values()) {
      if (target.isNeeded(() -> files.inspect(file), () -> files.find(file).orElseThrow())) {
        try {
          fetch(file, files.folder().resolve(file.archiveName()));
        } catch (IOException e) {
          failures.add(e.getMessage());
        }
      }
    }
    if (!failures.isEmpty()) {
      throw new IOException(String.join("\n", failures));
    }
  }

  private void fetch(MnistFile file, Path target) throws IOException, InterruptedException {
    List<URI> sources = mirrors.stream().map(m -> m.resolve(file.archiveName())).toList();
    downloader.get(new Download(sources, file.archiveSha256(), target));
    SourceFile.State state = new MnistFiles(target.getParent()).inspect(file).state();
    if (state != SourceFile.State.VERIFIED) {
      throw new IOException(
          target + ": the archive has the published SHA-256, but its content has not");
    }
  }
}
