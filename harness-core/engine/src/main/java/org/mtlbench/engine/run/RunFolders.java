package org.mtlbench.engine.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.engine.plan.Plan;
import org.mtlbench.results.CellRecord;
import org.mtlbench.results.folder.PlainFile;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.json.CorruptRecordException;
import org.mtlbench.results.json.HalfWrittenException;
import org.mtlbench.results.json.SchemaException;
import org.mtlbench.results.run.RunRecord;

/** Checks run folders: a plan can be run in a new or empty folder, or in its own. */
final class RunFolders {
  /**
   * Folders that an interrupted run may have created before {@code run.json}; earlier versions
   * created {@code models} too.
   */
  private static final Set<String> PARTS =
      Set.of("cells", "events", "logs", "claims", "checkpoints", "artefacts", "models");

  private RunFolders() {}

  /**
   * The run record in the folder; empty for a new folder, and for one with an incomplete {@code
   * run.json} and cells of this plan.
   *
   * @throws InvalidConfigException if it contains something else
   * @throws HarnessException if its {@code run.json} cannot be read
   */
  static Optional<RunRecord> check(RunFolder folder, Plan plan) throws IOException {
    Path root = folder.root();
    if (!Files.exists(root)) {
      return Optional.empty();
    }
    if (!Files.isDirectory(root)) {
      throw rejected(root + ", a file", plan);
    }
    if (!folder.hasRun()) {
      checkOnlyParts(root, plan);
      return Optional.empty();
    }
    RunRecord found;
    try {
      found = folder.readRun();
    } catch (HalfWrittenException e) {
      checkCells(folder, plan, e);
      return Optional.empty();
    } catch (SchemaException | CorruptRecordException e) {
      throw unreadable(e);
    }
    if (!found.matrixHash().equals(plan.matrixHash()) || !found.name().equals(plan.name())) {
      throw rejected(
          root + ", which contains results of the matrix " + name(found.name(), found.matrixHash()),
          plan);
    }
    return Optional.of(found);
  }

  private static void checkOnlyParts(Path root, Plan plan) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        boolean unfinished = name.startsWith(".") && name.endsWith(".tmp");
        boolean lock = FolderLock.isLockFile(name.replaceFirst(PlainFile.ASIDE, ""));
        if (!PARTS.contains(name) && !lock && !unfinished) {
          throw rejected(root + ", which contains other files, for example " + name, plan);
        }
      }
    }
  }

  /** Without a run record, the cells identify the run, since their folder is created first. */
  private static void checkCells(RunFolder folder, Plan plan, HalfWrittenException broken)
      throws IOException {
    if (!Files.isDirectory(folder.cells())) {
      throw unreadable(broken);
    }
    Set<String> planned =
        plan.cells().stream().map(cell -> cell.spec().id()).collect(Collectors.toSet());
    for (CellRecord cell : folder.readCells().cells()) {
      if (!planned.contains(cell.id())) {
        throw unreadable(broken);
      }
    }
  }

  private static HarnessException unreadable(Exception problem) {
    return new HarnessException(
        ErrorCategory.STORAGE,
        problem.getMessage(),
        "Restore a run.json of this version, or name another folder with --out",
        problem);
  }

  private static InvalidConfigException rejected(String found, Plan plan) {
    return new InvalidConfigException(
        "--out",
        found,
        "a new or empty folder, or one of the matrix " + name(plan.name(), plan.matrixHash()));
  }

  private static String name(String name, String hash) {
    return "'" + name + "' (" + hash + ")";
  }
}
