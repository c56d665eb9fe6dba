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
 * Brings MNIST's four archives into the data folder.
 *
 * @param mirrors folders that hold the archives, each ending in a slash, in the order to try
 * @param downloader does the work
 * @param log told each step in a plain line
 */
public record MnistFetch(List<URI> mirrors, Downloader downloader, Consumer<String> log) {
  /** The public mirrors. */
  public static final List<URI> PUBLIC_MIRRORS =
      List.of(
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"));

  /** Keeps the mirrors unmodifiable. */
  public MnistFetch {
    mirrors = List.copyOf(mirrors);
  }

  /**
   * Fetches what is missing, see {@link Wanted}.
   *
   * @param root the data folder; made when needed
   * @throws IOException if the folder cannot be written or a file could not be had; every file and
   *     every mirror's reason is named
   */
  public void into(Path root) throws IOException, InterruptedException {
    MnistFiles files = new MnistFiles(root);
    Wanted.makeFolder(files.folder());
    Wanted wanted = new Wanted(log);
    List<String> failures = new ArrayList<>();
    for (MnistFile file : MnistFile.values()) {
      if (wanted.is(() -> files.inspect(file), () -> files.find(file).orElseThrow())) {
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
          target + ": the archive has the published SHA-256, its content has not");
    }
  }
}
