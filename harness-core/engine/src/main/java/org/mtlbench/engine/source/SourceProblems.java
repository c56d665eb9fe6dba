package org.mtlbench.engine.source;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.mtlbench.api.config.Problem;
import org.mtlbench.api.dataset.DataAccess;
import org.mtlbench.api.dataset.SourceFile;
import org.mtlbench.engine.catalogue.Inspection;

/** Creates the problems of source files that cannot be used. */
final class SourceProblems {
  private SourceProblems() {}

  /** One problem per unusable file, or one for the folder if it is missing. */
  static List<Problem> of(Inspection inspection, DataAccess access) {
    String dataset = inspection.id();
    List<SourceFile> files = inspection.files();
    if (inspection.failure().isPresent()) {
      return List.of(
          new Problem(
              "dataset " + dataset,
              "a plugin that fails: " + inspection.failure().get(),
              "one that works"));
    }
    boolean complete = files.stream().noneMatch(file -> file.state() == SourceFile.State.MISSING);
    // files of the user may be elsewhere
    if (!complete && !Files.isDirectory(access.root())) {
      return List.of(
          new Problem(
              "data folder",
              access.root() + (Files.exists(access.root()) ? ", a file" : ", which does not exist"),
              "a folder with the files of " + help(dataset)));
    }
    return files.stream().flatMap(file -> of(dataset, file, access).stream()).toList();
  }

  private static Optional<Problem> of(String dataset, SourceFile file, DataAccess access) {
    String path = access.root().resolve(file.name()).toString();
    String remark = file.remark().isEmpty() ? "" : " (" + file.remark() + ")";
    return switch (file.state()) {
      case VERIFIED -> Optional.empty();
      case MISSING ->
          Optional.of(
              new Problem(path, "no file" + remark, "the published file of " + help(dataset)));
      case BROKEN ->
          Optional.of(
              new Problem(
                  path, "an invalid file" + remark, "the published file of " + help(dataset)));
      case UNVERIFIED ->
          access.allowUnverified()
              ? Optional.empty()
              : Optional.of(
                  new Problem(
                      path,
                      "a file that is not the published one" + remark,
                      "the published file, or --unverified-data to use this one"));
    };
  }

  private static String help(String dataset) {
    return dataset + " (set the folder with --data-dir, or run 'data fetch " + dataset + "')";
  }
}
