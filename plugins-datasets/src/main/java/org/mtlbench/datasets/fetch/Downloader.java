package org.mtlbench.datasets.fetch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.mtlbench.datasets.source.Sha256;
import org.mtlbench.datasets.source.SourceFiles;

/**
 * Downloads files: resumes partial downloads, verifies the checksum, and only then renames the file
 * atomically. Sources are tried in order.
 */
public final class Downloader {
  private static final Duration CONNECT = Duration.ofSeconds(15);

  private final Transfer transfer;
  private final Consumer<String> log;

  /**
   * @param patience timeout without new bytes, for example 30 seconds
   * @param log receives progress messages
   */
  public Downloader(Duration patience, Consumer<String> log) {
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience.compareTo(CONNECT) < 0 ? patience : CONNECT)
            .build();
    this.transfer = new Transfer(client, patience);
    this.log = log;
  }

  /**
   * Downloads one file.
   *
   * @throws IOException with one line per source and its reason if all sources fail
   */
  void get(Download download) throws IOException, InterruptedException {
    List<String> reasons = new ArrayList<>();
    for (URI source : download.sources()) {
      try {
        download(source, download);
        Files.move(download.part(), download.target(), StandardCopyOption.ATOMIC_MOVE);
        log.accept(download.target().getFileName() + ": fetched from " + source + ", verified");
        return;
      } catch (IOException e) {
        String reason =
            e instanceof FailedTransferException ? e.getMessage() : SourceFiles.reason(e);
        log.accept(source + ": " + reason);
        reasons.add("  " + source + ": " + reason);
      }
    }
    throw new IOException(
        download.target().getFileName() + " could not be fetched:\n" + String.join("\n", reasons));
  }

  /** Continues with one source as long as every attempt receives new bytes. */
  private void download(URI source, Download download) throws IOException, InterruptedException {
    Path part = download.part();
    boolean resumed = size(part) > 0;
    if (resumed && Sha256.of(part).equals(download.sha256())) {
      return;
    }
    while (true) {
      long before = size(part);
      try {
        if (before > 0) {
          log.accept(part.getFileName() + ": resuming at byte " + before);
        }
        if (!transfer.resume(source, part)) {
          Files.delete(part);
          resumed = false;
          continue;
        }
      } catch (FailedTransferException rejected) {
        throw rejected;
      } catch (IOException lost) {
        if (size(part) > before) {
          log.accept(source + ": connection lost at byte " + size(part));
          resumed = true;
          continue;
        }
        throw new FailedTransferException("connection lost: " + lost.getMessage());
      }
      String sha256 = Sha256.of(part);
      if (sha256.equals(download.sha256())) {
        return;
      }
      Files.delete(part);
      if (!resumed) {
        throw new FailedTransferException(
            "wrong content, SHA-256 " + sha256 + " instead of " + download.sha256());
      }
      log.accept(part.getFileName() + ": the partial file does not match, starting over");
      resumed = false;
    }
  }

  private static long size(Path part) throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }
}
