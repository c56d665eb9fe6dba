package org.mtlbench.cli.option;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtlbench.api.config.InvalidConfigException;
import org.mtlbench.reports.ReportFormat;
import org.mtlbench.reports.ReportRequest;
import org.mtlbench.reports.rows.Rows;
import org.mtlbench.reports.tables.TableKind;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.toolbox.config.Nearest;
import picocli.CommandLine.Option;

/** Options for the formats, tables and folder of a report. */
public final class ReportArguments {
  private static final String ALL = "all";

  private static final Map<String, TableKind> TABLES =
      Arrays.stream(TableKind.values())
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toMap(TableKind::word, kind -> kind, (a, b) -> a, LinkedHashMap::new),
                  Collections::unmodifiableMap));

  private final Map<String, ReportFormat> knownFormats;

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
          "Another run folder to compare with, as DIR DIR2: a leaderboard, and row by row the"
              + " differences and whether they are significant over seeds.")
  private Path compared;

  @Option(
      names = "--rope",
      paramLabel = "POINTS",
      defaultValue = "" + Rows.DEFAULT_ROPE,
      description =
          "Differences below this number of percentage points count as practically equivalent;"
              + " default ${DEFAULT-VALUE}.")
  private double rope;

  @Option(
      names = "--out",
      paramLabel = "OTHER",
      description =
          "The folder for the files, created if it is missing; nothing is written into DIR then."
              + " Default the first DIR.")
  private Path out;

  /** Creates the options for the given formats. */
  @Inject
  ReportArguments(Map<String, ReportFormat> formats) {
    this.knownFormats = formats;
  }

  /** The completion candidates for formats. */
  static final class Formats extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    @Inject
    Formats(Map<String, ReportFormat> formats) {
      super(formats.keySet());
    }
  }

  /** The completion candidates for tables. */
  static final class Tables extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Tables() {
      super(TABLES.keySet());
    }
  }

  /**
   * Creates the report request for a run folder.
   *
   * @param folder the run
   * @param others further runs to compare it with
   * @throws InvalidConfigException if a format or table is unknown, or the output folder is invalid
   */
  public ReportRequest request(Path folder, List<Path> others) throws IOException {
    List<String> kinds = tables == null ? List.of(ALL) : tables;
    return new ReportRequest(
        RunFolder.at(folder),
        out == null ? folder : checked(out, folder),
        named("--format", formats, knownFormats),
        named("--table", kinds, TABLES),
        Stream.concat(others.stream(), Stream.ofNullable(compared)).map(RunFolder::at).toList(),
        rope());
  }

  private double rope() {
    if (!(rope >= 0 && Double.isFinite(rope))) {
      throw new InvalidConfigException(
          "--rope", Double.toString(rope), "percentage points, at least 0");
    }
    return rope;
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

  /** Whether tables were named explicitly; they are printed then. */
  public boolean namesTables() {
    return tables != null;
  }

  private static <T> Set<T> named(String option, List<String> words, Map<String, T> known) {
    Set<T> found = new LinkedHashSet<>();
    for (String word : words) {
      if (word.equals(ALL)) {
        return Set.copyOf(known.values());
      }
      if (!known.containsKey(word)) {
        List<String> allowed = new ArrayList<>(known.keySet());
        allowed.add(ALL);
        throw new InvalidConfigException(option, word, Nearest.allowed(word, allowed));
      }
      found.add(known.get(word));
    }
    return found;
  }
}
