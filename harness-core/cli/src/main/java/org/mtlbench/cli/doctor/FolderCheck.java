package org.mtlbench.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mtlbench.api.phase.Phase;
import org.mtlbench.cli.text.Formatting;
import org.mtlbench.engine.environment.EngineLibraries;
import org.mtlbench.engine.plan.PlannedCell;
import org.mtlbench.results.folder.UnwritableException;

/** Checks that the folders used by a run are writable and have enough free space. */
final class FolderCheck {
  private static final long MIB = 1L << 20;

  /** The unpacked libraries of the engine, including temporary space. */
  private static final long LIBRARIES = 1024 * MIB;

  /** Arrays derived from the largest dataset, in two versions. */
  private static final long ARRAYS = 1024 * MIB;

  /** The size of a small run, used without a plan. */
  private static final long SMALL_RUN = 256 * MIB;

  /** Record, log and artefacts per cell. */
  private static final long PER_CELL = 4 * MIB;

  /** Events per epoch. */
  private static final long PER_EPOCH = 1024;

  /** The checkpoint of a running cell, and its replacement while it is written. */
  private static final long PER_SLOT = 64 * MIB;

  private FolderCheck() {}

  static List<Finding> findings(DiagnosticContext context) {
    Map<String, Location> places = new LinkedHashMap<>();
    places.put("run folder", new Location(context.out(), needed(context)));
    places.put("cache of arrays", new Location(context.access().cache(), ARRAYS));
    Path engine = engineFolder();
    places.put("engine's libraries", new Location(engine, Files.exists(engine) ? 0 : LIBRARIES));
    places.put("temporary files", new Location(Path.of(System.getProperty("java.io.tmpdir")), MIB));
    return places.entrySet().stream()
        .map(place -> of(place.getKey(), place.getValue().path(), place.getValue().bytes()))
        .toList();
  }

  private record Location(Path path, long bytes) {}

  private static Path engineFolder() {
    try {
      return EngineLibraries.folder();
    } catch (RuntimeException | LinkageError e) {
      // EngineCheck reports an engine that does not load.
      return Path.of(System.getProperty("user.home"));
    }
  }

  /** An upper estimate of the bytes that a run writes to its folder. */
  static long needed(DiagnosticContext context) {
    Optional<List<PlannedCell>> cells = context.prepared().map(prepared -> prepared.mine().cells());
    long epochs =
        cells.stream()
            .flatMap(List::stream)
            .flatMap(cell -> cell.allPhases().stream())
            .mapToLong(Phase::epochs)
            .sum();
    return cells
        .map(c -> c.size() * PER_CELL + epochs * PER_EPOCH + context.slots() * PER_SLOT)
        .orElse(SMALL_RUN);
  }

  /**
   * Checks a folder; if it exists, a file is created in it and deleted.
   *
   * @param needed bytes that will be written to it
   */
  static Finding of(String what, Path folder, long needed) {
    Path there = existing(folder.toAbsolutePath().normalize());
    String name = what + " " + folder;
    if (!Files.isDirectory(there)) {
      return Finding.trouble(
          name + ": " + there + " is a file", "name another folder, or move the file away");
    }
    try {
      Files.delete(Files.createTempFile(there, ".mtlbench-", ".try"));
      long free = Files.getFileStore(there).getUsableSpace();
      return Finding.of(
          free >= needed,
          name
              + ": "
              + Formatting.gibibytes(free)
              + " free, may take "
              + Formatting.gibibytes(needed)
              + ", writable",
          "make room on that disk, or name a folder on another one");
    } catch (IOException e) {
      return Finding.trouble(
          name
              + ": nothing can be written in "
              + there
              + " ("
              + UnwritableException.reason(e)
              + ")",
          "name a folder that this user may write to, on a disk that is not read-only or full");
    }
  }

  private static Path existing(Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }
}
