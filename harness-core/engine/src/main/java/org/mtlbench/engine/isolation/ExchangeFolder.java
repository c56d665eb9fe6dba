package org.mtlbench.engine.isolation;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.mtlbench.results.folder.AtomicFile;

/** A temporary folder with the files exchanged between this process and a plugin process. */
record ExchangeFolder(Path root) {
  private static final JsonMapper JSON = ExchangeJson.mapper();

  static ExchangeFolder create() throws IOException {
    return new ExchangeFolder(Files.createTempDirectory("mtlbench-plugins-"));
  }

  /** The file with the current call into plugins. */
  Path breadcrumbs() {
    return root.resolve("breadcrumbs");
  }

  /** The file with the name of the jar whose code ended the process. */
  Path exiting() {
    return root.resolve("exiting");
  }

  /** The crash report of the Java virtual machine. */
  Path crash() {
    return root.resolve("crash");
  }

  /** The file with the pixels of examples. */
  Path pixels() {
    return root.resolve("pixels");
  }

  /** The file with the log of a download. */
  Path log() {
    return root.resolve("log");
  }

  Log openLog() throws IOException {
    return new Log(Files.newOutputStream(log()));
  }

  /** A log that the other process can read while it is written. */
  record Log(OutputStream out) implements AutoCloseable {
    void add(String line) {
      try {
        out.write((line.replaceAll("\\R", " ") + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }

  void write(Request request) throws IOException {
    Files.write(request(), JSON.writeValueAsBytes(request));
  }

  Request readRequest() throws IOException {
    return JSON.readValue(request().toFile(), Request.class);
  }

  /** Publishes an answer after its result, so that an existing answer is complete. */
  void publish(Answer answer, Optional<Object> result) throws IOException {
    if (result.isPresent()) {
      // through a string, which replaces characters that UTF-8 cannot encode
      Files.write(result(), JSON.writeValueAsString(result.get()).getBytes(StandardCharsets.UTF_8));
    }
    AtomicFile.write(answer(), JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8));
  }

  Optional<Answer> readAnswer() throws IOException {
    return Files.exists(answer())
        ? Optional.of(JSON.readValue(answer().toFile(), Answer.class))
        : Optional.empty();
  }

  <T> T readResult(Class<T> type) throws IOException {
    return JSON.readValue(result().toFile(), type);
  }

  private Path request() {
    return root.resolve("request.json");
  }

  private Path answer() {
    return root.resolve("answer.json");
  }

  private Path result() {
    return root.resolve("result.json");
  }

  /** Deletes the folder; files that cannot be deleted are left to the system. */
  void delete() {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      return;
    }
  }
}
