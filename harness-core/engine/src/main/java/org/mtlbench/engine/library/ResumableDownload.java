package org.mtlbench.engine.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;

/** Downloads a file to {@code NAME.part} and renames it when complete. */
final class ResumableDownload {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int BUFFER = 1 << 20;
  private static final long REPORT_BYTES = 100L << 20;

  private ResumableDownload() {}

  /**
   * Downloads a file, or the rest of it; does nothing if it is complete.
   *
   * @param bytes the size of the file
   * @throws HarnessException if the server cannot be reached or has no such file
   */
  static void to(Path file, String address, long bytes, Consumer<String> progress)
      throws IOException, InterruptedException {
    if (Files.exists(file) && Files.size(file) == bytes) {
      return;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    long start = Files.exists(part) && Files.size(part) < bytes ? Files.size(part) : 0;
    progress.accept("downloading " + address + (start > 0 ? " from byte " + start : ""));
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    if (start > 0) {
      request.header("Range", "bytes=" + start + "-");
    }
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream in = response.body()) {
        boolean resumed = response.statusCode() == PARTIAL;
        if (!resumed && response.statusCode() != OK) {
          throw new IOException("HTTP status " + response.statusCode());
        }
        write(in, part, resumed ? start : 0, bytes, progress);
      }
      if (Files.size(part) != bytes) {
        throw new IOException(Files.size(part) + " bytes in place of " + bytes);
      }
    } catch (IOException e) {
      throw new HarnessException(
          ErrorCategory.DEVICE,
          "download of "
              + address
              + " failed: "
              + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
          "Check the network and run the command again, which resumes; without internet, copy the"
              + " set's folder from another machine, or use 'mtlbench gpu install --from DIR'",
          e);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void write(
      InputStream in, Path part, long start, long bytes, Consumer<String> progress)
      throws IOException {
    StandardOpenOption mode =
        start > 0 ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    try (OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
      byte[] buffer = new byte[BUFFER];
      long done = start;
      long reported = start;
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        done += read;
        if (done - reported >= REPORT_BYTES) {
          progress.accept((done >> 20) + " of " + (bytes >> 20) + " MiB");
          reported = done;
        }
      }
    }
  }
}
