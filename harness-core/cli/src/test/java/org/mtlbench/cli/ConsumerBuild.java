package org.mtlbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Maven project that builds on this one. Maven has the libraries that this build has brought
 * already, but a place of its own for the artefacts of this project, which must come from the
 * repository that the project names.
 */
final class ConsumerBuild {
  private final Path project;
  private final Path scratch;

  /**
   * A project.
   *
   * @param scratch a folder that is there
   */
  ConsumerBuild(Path project, Path scratch) {
    this.project = project;
    this.scratch = scratch;
  }

  /** Runs Maven and gives what it printed; it must succeed. */
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

  /** So that nothing is left for JUnit that leads out of its folder. */
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
