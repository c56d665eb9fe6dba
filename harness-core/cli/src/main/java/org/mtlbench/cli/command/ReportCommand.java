package org.mtlbench.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mtlbench.api.error.ErrorCategory;
import org.mtlbench.api.error.HarnessException;
import org.mtlbench.cli.option.ReportArguments;
import org.mtlbench.cli.text.Invocation;
import org.mtlbench.cli.text.MissingCells;
import org.mtlbench.cli.text.TextStyle;
import org.mtlbench.reports.ReportFiles;
import org.mtlbench.reports.ReportRequest;
import org.mtlbench.reports.ReportWriter;
import org.mtlbench.reports.terminal.LineBreaks;
import org.mtlbench.results.folder.RunFolder;
import org.mtlbench.results.folder.UnwritableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Derives reports from a run folder. */
@Command(
    name = "report",
    description = "Regenerate the reports of a run, complete or not; compare several runs.",
    mixinStandardHelpOptions = true)
public final class ReportCommand implements Callable<Integer> {
  /** The mark of the best row. */
  private static final Pattern BEST = Pattern.compile("\\d\\*(\\s|$)");

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "A run folder. With several, the first one is compared with the others.")
  private List<Path> folders;

  @Mixin private ReportArguments arguments;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    ReportFiles report =
        written(arguments.request(folders.get(0), folders.subList(1, folders.size())));
    report.warnings().forEach(err::println);
    int columns = Invocation.columns();
    show(report, arguments.namesTables() ? report.tables(columns) : report.summary(columns), out);
    if (folders.size() == 1) {
      MissingCells.of(RunFolder.at(folders.get(0))).forEach(out::println);
    }
    return ExitCode.DONE;
  }

  private static ReportFiles written(ReportRequest request) throws IOException {
    try {
      return ReportWriter.write(request);
    } catch (UnwritableException e) {
      throw new HarnessException(
          ErrorCategory.STORAGE,
          "--out: " + e.getMessage(),
          "Make it writable or move it away, or name another folder with --out");
    }
  }

  /** Writes all reports of a run. */
  static ReportFiles write(RunFolder folder, PrintWriter err) throws IOException {
    try {
      ReportFiles report = ReportWriter.write(ReportRequest.everything(folder));
      report.warnings().forEach(err::println);
      return report;
    } catch (UnwritableException e) {
      throw new HarnessException(
          ErrorCategory.STORAGE,
          e.getMessage(),
          "The results are kept; make it writable or move it away, then: "
              + Invocation.of(List.of("report", folder.root().toString())),
          e);
    }
  }

  /** Prints lines of a report and the locations of its files. */
  static void show(ReportFiles report, List<String> lines, PrintWriter out) {
    out.println();
    for (int i = 0; i < lines.size(); i++) {
      boolean heading = i + 1 < lines.size() && lines.get(i + 1).startsWith("method ");
      boolean best = BEST.matcher(lines.get(i)).find();
      String line = lines.get(i);
      out.println(heading || best ? TextStyle.HEADING.output(line) : line);
    }
    out.println();
    out.println("report: " + report.files().get(0));
    List<Path> others = report.files().subList(1, report.files().size());
    if (!others.isEmpty()) {
      String names =
          others.stream()
              .map(file -> file.getFileName().toString())
              .collect(Collectors.joining(", "));
      LineBreaks.hanging("in the same folder: " + names, Invocation.columns())
          .forEach(out::println);
    }
  }
}
