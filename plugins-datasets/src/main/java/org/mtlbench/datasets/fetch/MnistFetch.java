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
import org.mtlbench.datasets.mnist.MnistVariant;

/**
 * Downloads the four archives of MNIST or Fashion-MNIST to the data folder.
 *
 * @param variant the data set
 * @param mirrors URIs of folders with the archives, each ending in a slash, in the order to try
 * @param downloader downloads the archives
 * @param log receives progress messages
 */
public record MnistFetch(
    MnistVariant variant, List<URI> mirrors, Downloader downloader, Consumer<String> log) {

  /** Makes a defensive copy of the mirrors. */
  public MnistFetch {
    mirrors = List.copyOf(mirrors);
  }

  /** Fetches from the public mirrors. */
  public static MnistFetch published(
      MnistVariant variant, Downloader downloader, Consumer<String> log) {
    return new MnistFetch(variant, publicMirrors(variant), downloader, log);
  }

  private static List<URI> publicMirrors(MnistVariant variant) {
    return switch (variant) {
      case MNIST ->
          List.of(
              URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
              URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"));
      // the authors' server has no certificate; the checksum decides
      case FASHION_MNIST ->
          List.of(
              URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
              URI.create(
                  "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"));
    };
  }

  /**
   * Fetches missing files, see {@link DownloadTarget}.
   *
   * @param root the data folder; created if necessary
   * @throws IOException if the folder cannot be written or a file could not be downloaded, with the
   *     reasons for every file and mirror
   */
  public void fetchTo(Path root) throws IOException, InterruptedException {
    MnistFiles files = new MnistFiles(variant, root);
    DownloadTarget.makeFolder(files.folder());
    DownloadTarget target = new DownloadTarget(log);
    List<String> failures = new ArrayList<>();
    for (MnistFile file : MnistFile.values()) {
      if (target.isNeeded(() -> files.inspect(file), () -> files.find(file).orElseThrow())) {
        try {
          fetch(file, root, files.folder().resolve(file.archiveName()));
        } catch (IOException e) {
          failures.add(e.getMessage());
        }
      }
    }
    if (!failures.isEmpty()) {
      throw new IOException(String.join("\n", failures));
    }
  }

  private void fetch(MnistFile file, Path root, Path target)
      throws IOException, InterruptedException {
    List<URI> sources = mirrors.stream().map(m -> m.resolve(file.archiveName())).toList();
    downloader.get(new Download(sources, variant.archiveSha256(file), target));
    SourceFile.State state = new MnistFiles(variant, root).inspect(file).state();
    if (state != SourceFile.State.VERIFIED) {
      throw new IOException(
          target + ": the archive has the published SHA-256, but its content has not");
    }
  }
}
