package org.mtlbench.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.reports.ReportFormat;
import org.mtlbench.reports.ReportRequest;
import org.mtlbench.reports.tables.TableKind;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.toolbox.config.Nearest;
import picocli.CommandLine.Option;

/** Which report to make. */
final class ReportArguments {
  private static final String ALL = "all";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      split = ",",
      defaultValue = ALL,
      description = "${COMPLETION-CANDIDATES} or all, several with commas; default all.",
      completionCandidates = Formats.class)
  private List<String> formats;

  @Option(
      names = "--table",
      paramLabel = "TABLE",
      split = ",",
      description =
          "${COMPLETION-CANDIDATES} or all, several with commas; default all. Those named are"
              + " printed, too.",
      completionCandidates = Tables.class)
  private List<String> tables;

  @Option(
      names = "--compare",
      paramLabel = "DIR2",
      description =
          "Another run folder to stand beside: row by row, with differences and whether they are"
              + " beyond seed noise.")
  private Path compared;

  @Option(
      names = "--out",
      paramLabel = "OTHER",
      description =
          "The folder for the files, created if it is missing; nothing is written into DIR then."
              + " Default DIR.")
  private Path out;

  /** The words for formats. */
  static final class Formats extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Formats() {
      super(Arrays.stream(ReportFormat.values()).map(ReportFormat::word).toList());
    }
  }

  /** The words for tables. */
  static final class Tables extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Tables() {
      super(Arrays.stream(TableKind.values()).map(TableKind::word).toList());
    }
  }

  /**
   * What is wanted of a folder.
   *
   * @throws InvalidConfigException if a format or a table is not known, or the files cannot go
   *     where they are wanted
   */
  ReportRequest request(Path folder) throws IOException {
    List<String> kinds = tables == null ? List.of(ALL) : tables;
    return new ReportRequest(
        RunFolder.at(folder),
        out == null ? folder : checked(out, folder),
        named("--format", formats, ReportFormat.class, ReportFormat::word),
        named("--table", kinds, TableKind.class, TableKind::word),
        Optional.ofNullable(compared).map(RunFolder::at));
  }

  private static Path checked(Path out, Path folder) throws IOException {
    if (!Files.exists(out)) {
      return out;
    }
    if (!Files.isDirectory(out)) {
      throw notOut(out + ", a file");
    }
    if (Files.exists(folder) && Files.isSameFile(out, folder)) {
      return folder;
    }
    if (RunFolder.at(out).hasRun()) {
      throw notOut(out + ", the folder of another run");
    }
    return out;
  }

  private static InvalidConfigException notOut(String found) {
    return new InvalidConfigException("--out", found, "a new folder or one for reports");
  }

  /** Whether tables were named, so that all of them are to be printed. */
  boolean namesTables() {
    return tables != null;
  }

  private static <E extends Enum<E>> Set<E> named(
      String option, List<String> words, Class<E> type, Function<E, String> word) {
    Set<E> found = EnumSet.noneOf(type);
    for (String given : words) {
      if (given.equals(ALL)) {
        return EnumSet.allOf(type);
      }
      found.add(
          Arrays.stream(type.getEnumConstants())
              .filter(constant -> word.apply(constant).equals(given))
              .findFirst()
              .orElseThrow(() -> unknown(option, given, type, word)));
    }
    return found;
  }

  private static <E extends Enum<E>> InvalidConfigException unknown(
      String option, String given, Class<E> type, Function<E, String> word) {
    List<String> allowed =
        new ArrayList<>(Arrays.stream(type.getEnumConstants()).map(word).toList());
    allowed.add(ALL);
    return new InvalidConfigException(option, given, Nearest.allowed(given, allowed));
  }
}
