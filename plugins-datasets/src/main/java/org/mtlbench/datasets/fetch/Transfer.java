package org.mtlbench.datasets.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A single HTTP request that appends to a partial file, or rewrites it if the server sends the
 * whole file.
 */
final class Transfer {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final HttpClient client;
  private final Duration patience;

  /**
   * @param patience timeout without new bytes
   */
  Transfer(HttpClient client, Duration patience) {
    this.client = client;
    this.patience = patience;
  }

  /**
   * Requests the missing bytes of a partial file.
   *
   * @return whether the file may be complete; false if its bytes do not match the source, so it
   *     must be deleted
   * @throws FailedTransferException if the source rejects the request or cannot be reached
   * @throws IOException if the connection is lost; received bytes are in the file
   */
  boolean resume(URI source, Path part) throws IOException, InterruptedException {
    long offset = Files.exists(part) ? Files.size(part) : 0;
    HttpRequest.Builder request = HttpRequest.newBuilder(source).timeout(patience).GET();
    if (offset > 0) {
      request.header("Range", "bytes=" + offset + "-");
    }
    HttpResponse<?> response = await(request.build(), part, offset);
    int status = response.statusCode();
    if (status == RANGE_NOT_SATISFIABLE && offset > 0) {
      return false;
    }
    if (status != OK && !continues(response.headers(), status, offset)) {
      throw new FailedTransferException("HTTP status " + status);
    }
    return true;
  }

  private HttpResponse<?> await(HttpRequest request, Path part, long offset)
      throws IOException, InterruptedException {
    CompletableFuture<? extends HttpResponse<?>> answer =
        client.sendAsync(request, info -> body(info, part, offset));
    try {
      long seen = offset;
      while (true) {
        try {
          return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException quiet) {
          long now = Files.exists(part) ? Files.size(part) : 0;
          if (now == seen) {
            throw new IOException("no byte for " + patience.toSeconds() + " s", quiet);
          }
          seen = now;
        }
      }
    } catch (ExecutionException e) {
      throw reason(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private static HttpResponse.BodySubscriber<?> body(
      HttpResponse.ResponseInfo info, Path part, long offset) {
    if (info.statusCode() == OK) {
      return HttpResponse.BodySubscribers.ofFile(
          part,
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
    }
    if (continues(info.headers(), info.statusCode(), offset)) {
      return HttpResponse.BodySubscribers.ofFile(
          part, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }
    return HttpResponse.BodySubscribers.discarding();
  }

  private static boolean continues(HttpHeaders headers, int status, long offset) {
    return status == PARTIAL
        && headers
            .firstValue("Content-Range")
            .filter(range -> range.startsWith("bytes " + offset + "-"))
            .isPresent();
  }

  private static IOException reason(Throwable cause) {
    if (cause instanceof HttpTimeoutException) {
      return new FailedTransferException("no answer in time");
    }
    if (cause instanceof ConnectException) {
      boolean unknown =
          cause.getCause() instanceof ConnectException nested
              && nested.getCause() instanceof UnresolvedAddressException;
      return new FailedTransferException(
          unknown || cause.getMessage() == null
              ? "no connection (is this machine online?)"
              : "no connection (" + cause.getMessage() + ")");
    }
    return cause instanceof IOException lost ? lost : new IOException(cause);
  }
}
