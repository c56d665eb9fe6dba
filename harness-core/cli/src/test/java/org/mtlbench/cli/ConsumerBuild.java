package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a Maven project that depends on this one. Third-party libraries come from the local
 * repository of this build; artefacts of this project must come from the repository that the
 * project declares.
 */
final class ConsumerBuild {
  private final Path project;
  private final Path scratch;

  /**
   * Creates a build.
   *
   * @param scratch an existing folder
   */
  ConsumerBuild(Path project, Path scratch) {
    this.project = project;
    this.scratch = scratch;
  }

  /** Runs Maven and returns its output; it must succeed. */
  String maven(String... arguments) throws IOException, InterruptedException {
    Path known = Path.of(System.getProperty("mtlbench.maven.repository"));
    Path local = Files.createDirectories(scratch.resolve("m2"));
    link(known, local, "org");
    link(known.resolve("org"), Files.createDirectories(local.resolve("org")), "mtlbench");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("mtlbench.maven"), "bin", "mvn").toString());
    command.addAll(List.of("-B", "-ntp", "-Dstyle.color=never", "-Dmaven.repo.local=" + local));
    if (System.getProperty("mtlbench.network").equals("offline=true")) {
      command.addAll(List.of("-o", "-Daether.offline.protocols=file"));
    }
    command.addAll(List.of(arguments));
    try {
      String printed = Command.run(project, command);
      assertThat(local.resolve("org").resolve("mtlbench").resolve("mtlbench-api")).isDirectory();
      return printed;
    } finally {
      unlink(local.resolve("org"));
      unlink(local);
    }
  }

  /** Removes symbolic links that point out of JUnit's temporary folder. */
  private static void unlink(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isSymbolicLink)) {
      for (Path entry : entries) {
        Files.delete(entry);
      }
    }
  }

  private static void link(Path from, Path to, String without) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(from)) {
      for (Path entry : entries) {
        if (!entry.getFileName().toString().equals(without)) {
          Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
        }
      }
    }
  }
}
