package org.mtlbench.engine.library;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.device.SystemTool;

/**
 * Files from Maven repositories. If {@code mvn} is installed, it resolves them, since only Maven
 * knows the mirrors, proxies and credentials of the user's settings; the jars then are in its local
 * repository and an interrupted download is resumed by Maven. Otherwise they are downloaded from
 * Maven Central. Either way every jar must have the expected checksum.
 */
final class MavenFiles {
  private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0";
  private static final String MAVEN = "mvn";
  private static final String ERROR = "[ERROR] ";

  private final String central;
  private final boolean maven;

  /**
   * Creates a client.
   *
   * @param central address of Maven Central, with a slash at the end
   * @param maven whether to run {@code mvn}
   */
  MavenFiles(String central, boolean maven) {
    this.central = central;
    this.maven = maven;
  }

  /** A client for this machine. */
  static MavenFiles ofThisMachine() {
    return new MavenFiles(
        "https://repo.maven.apache.org/maven2/", SystemTool.lines(MAVEN, "-version").isPresent());
  }

  /** Where files come from, for messages. */
  String description() {
    return maven
        ? "the repositories of this user's Maven settings"
        : "Maven Central (mvn is not installed)";
  }

  /**
   * Whether downloaded files remain in Maven's local repository; otherwise they are in the folder
   * of downloads.
   */
  boolean remain() {
    return maven;
  }

  /**
   * Resolves artefacts to files with the expected checksums.
   *
   * @param downloads folder for downloads without Maven
   * @throws HarnessException if one cannot be had or has another checksum
   */
  List<Path> resolve(List<MavenArtefact> artefacts, Path downloads, Consumer<String> progress)
      throws IOException, InterruptedException {
    Files.createDirectories(downloads);
    List<Path> files = new ArrayList<>();
    if (maven) {
      files.addAll(byMaven(artefacts, downloads, progress));
    } else {
      for (MavenArtefact artefact : artefacts) {
        Path file = downloads.resolve(artefact.file());
        ResumableDownload.to(file, central + artefact.path(), artefact.bytes(), progress);
        files.add(file);
      }
    }
    progress.accept("verifying checksums ...");
    for (int i = 0; i < files.size(); i++) {
      String found = Checksum.of(files.get(i));
      if (!found.equals(artefacts.get(i).sha256())) {
        throw new HarnessException(
            ErrorCategory.DEVICE,
            "SHA-256 of "
                + files.get(i)
                + ": found "
                + found
                + ", expected "
                + artefacts.get(i).sha256(),
            "Delete this file and run the command again; if it happens again, the repository has"
                + " another file");
      }
    }
    return files;
  }

  private List<Path> byMaven(
      List<MavenArtefact> artefacts, Path downloads, Consumer<String> progress)
      throws IOException, InterruptedException {
    Path pom = downloads.resolve("pom.xml");
    Path paths = downloads.resolve("paths.txt");
    StringBuilder text =
        new StringBuilder(
            "<project><modelVersion>4.0.0</modelVersion><groupId>local</groupId>"
                + "<artifactId>engine</artifactId><version>1</version><packaging>pom</packaging>"
                + "<dependencies>");
    artefacts.forEach(artefact -> text.append(artefact.dependency()));
    Files.writeString(pom, text.append("</dependencies></project>"));
    ProcessBuilder builder =
        new ProcessBuilder(
            MAVEN,
            "-B",
            "-f",
            pom.toString(),
            "-Dstyle.color=never",
            "-Dmdep.outputFile=" + paths,
            PLUGIN + ":build-classpath");
    Process process = builder.redirectErrorStream(true).start();
    Optional<String> error = Optional.empty();
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.contains("Downloading from ") && line.endsWith(".jar")) {
          progress.accept(line.replaceFirst("^\\[INFO] ", ""));
        }
        if (error.isEmpty() && line.startsWith(ERROR)) {
          error = Optional.of(line.substring(ERROR.length()));
        }
      }
    } finally {
      process.destroy();
    }
    if (process.waitFor() != 0) {
      throw new HarnessException(
          ErrorCategory.DEVICE,
          "Maven could not download the engine: " + error.orElse("it ended with an error"),
          "Check network, mirrors and proxy (~/.m2/settings.xml) and run the command again, which"
              + " resumes; without internet, copy the set's folder from another machine, or use"
              + " 'mtlbench gpu install --from DIR'");
    }
    List<Path> files =
        Arrays.stream(Files.readString(paths).strip().split(File.pathSeparator, -1))
            .map(Path::of)
            .toList();
    List<Path> ordered = new ArrayList<>();
    for (MavenArtefact artefact : artefacts) {
      ordered.add(
          files.stream()
              .filter(file -> file.endsWith(artefact.file()))
              .findFirst()
              .orElseThrow(() -> new IOException("Maven did not resolve " + artefact.file())));
    }
    return ordered;
  }
}
